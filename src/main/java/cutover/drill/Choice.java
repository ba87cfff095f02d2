package cutover.drill;

import cutover.runbook.Phase;
import cutover.runbook.ReturnWindow;
import cutover.runbook.State;
import cutover.runbook.StepVerdict;
import cutover.runbook.WayBack.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** What to do about what was seen: stay, or one of the ways back that the launch timeline knows. */
public enum Choice {
    /** Mend it where it is, or look again. */
    STAY("stay"),
    /** Nobody is sent to the new site yet: do not launch. */
    BEFORE_REDIRECT("do not launch"),
    /** The names, the vendors and the scheduled work go back; the old application still runs. */
    AFTER_LAUNCH("go back: names, vendors, scheduled work"),
    /** The old application must be switched on and given its credentials first. */
    AFTER_DAY_2("go back: old application and credentials first, then the names"),
    /** The data are broken: a clean state must be restored before anything else. */
    CORRUPTED_DATA("go back: restore the data first");

    private final String words;

    Choice(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /**
     * A choice with its reason.
     *
     * @param because one sentence
     */
    public record Made(Choice choice, String because) {}

    /**
     * The choice that follows from a look at the world. It is made for going back only when a step that blocks is unmet, not
     * when nobody could tell; broken data beat the phase; and there is no going back to what is no longer there.
     *
     * @param broken what is wrong with the live data; empty when they are sound
     */
    static Made of(Seen seen, List<String> broken) {
        List<String> unmet = seen.steps().stream()
                .filter(step -> step.line().blocking() && Seen.state(step) == State.UNMET)
                .map(StepVerdict::id)
                .toList();
        if (unmet.isEmpty()) {
            return new Made(STAY, "no step that blocks is unmet");
        }
        String why = "unmet: " + String.join(", ", unmet);
        List<String> gone = seen.window().map(Choice::gone).orElse(List.of());
        if (!gone.isEmpty()) {
            return new Made(STAY, why + "; but there is no way back: " + String.join("; ", gone));
        }
        if (!broken.isEmpty()) {
            return new Made(CORRUPTED_DATA, why + "; and the live data are broken: " + String.join("; ", broken));
        }
        return new Made(at(seen.phase()), why + "; the live data are sound");
    }

    private static List<String> gone(ReturnWindow window) {
        return window.of(Standing.NO_LONGER).stream()
                .map(line -> line.subject().title()
                        + line.words().stream().map(words -> ", " + words).collect(Collectors.joining()))
                .toList();
    }

    private static Choice at(Phase phase) {
        return switch (phase) {
            case BEFORE, UAT -> BEFORE_REDIRECT;
            case LIVE -> AFTER_LAUNCH;
            case DAY2, NIGHTLY -> AFTER_DAY_2;
            case ROLLEDBACK -> STAY;
        };
    }
}
