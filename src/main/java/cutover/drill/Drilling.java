package cutover.drill;

import cutover.finding.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is noted while a drill goes on. For one thread. */
final class Drilling {

    private final Drill drill;
    private final String name;
    private final String run;
    private final Clock clock;
    private final Instant begun;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<String> looks = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();
    private Instant broken;
    private Choice.Made made = new Choice.Made(Choice.STAY, "");
    private long noticed = -1;
    private long decided = -1;
    private long back = -1;

    Drilling(Drill drill, String name, String run, Clock clock) {
        this.drill = drill;
        this.name = name;
        this.run = run;
        this.clock = clock;
        this.begun = clock.instant();
        this.broken = begun;
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    void expect(boolean met, String sentence, Finding otherwise) {
        found(met ? Finding.met(sentence) : otherwise);
    }

    void looked(Seen seen) {
        looks.add(seen.run());
    }

    void broken() {
        broken = clock.instant();
    }

    void noticed(Instant when) {
        noticed = Duration.between(broken, when).toMillis();
    }

    void decided(Choice.Made choice) {
        made = choice;
        decided = sinceBroken().toMillis();
    }

    void back() {
        back = sinceBroken().plus(drill.remembered()).toMillis();
    }

    void moved(Action action, String stood, String told) {
        moved.add(new Moved(action.act(), action.lever(), stood, told, clock.instant()));
    }

    void lost(List<Lost> rows) {
        lost.addAll(rows);
    }

    void left(String what) {
        left.add(what);
    }

    List<Moved> moves() {
        return List.copyOf(moved);
    }

    Times times() {
        return new Times(noticed, decided, back);
    }

    /** Milliseconds since it broke; negative for what did not happen. */
    record Times(long noticed, long decided, long back) {}

    private Duration sinceBroken() {
        return Duration.between(broken, clock.instant());
    }

    DrillRecord ended() {
        return new DrillRecord(
                name,
                drill.title(),
                drill.story(),
                run,
                begun,
                broken,
                clock.instant(),
                decided < 0 ? "" : made.choice().words(),
                made.because(),
                noticed,
                decided,
                back,
                drill.targets(),
                drill.loses(),
                lost,
                drill.assumes(),
                drill.proves(),
                drill.needless(),
                moved,
                left,
                looks,
                findings);
    }
}
