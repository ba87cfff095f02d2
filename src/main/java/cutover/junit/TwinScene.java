package cutover.junit;

import cutover.drill.Action;
import cutover.drill.Break;
import cutover.drill.Lever;
import cutover.drill.Records;
import cutover.drill.Scene;
import cutover.runbook.Phase;
import cutover.twin.Deed;
import cutover.twin.Harm;
import cutover.twin.Twin;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A twin as the world of a drill. It is moved by the drill alone: no run that looks at it moves it. */
final class TwinScene implements Scene {

    private static final Set<Phase> WITH_PEOPLE = Set.of(Phase.LIVE, Phase.DAY2, Phase.NIGHTLY);

    /** Somebody has merged what the move changed into the old application too. */
    private static final Set<Phase> AFTERWARDS = Set.of(Phase.DAY2, Phase.NIGHTLY);

    private final RunningTwin running;
    private final Twin twin;
    private final Records records;
    private final List<Lever> levers;
    private final KeptVisits visits;
    private final WebAccess web;

    /** @param visits told who stays */
    TwinScene(RunningTwin running, WebAccess web, List<Lever> levers, KeptVisits visits) {
        this.visits = visits;
        this.web = web;
        this.running = running;
        this.twin = running.twin();
        this.records = new TwinRecords(twin, web.files());
        this.levers = levers;
    }

    @Override
    public void begin(Phase phase) {
        running.release();
        twin.reset();
        running.at(phase, () -> {});
        if (WITH_PEOPLE.contains(phase)) {
            twin.somebodyApplies();
        }
        if (AFTERWARDS.contains(phase)) {
            twin.set(Deed.OLD_CODE_MOVED_ON, true);
        }
        running.hold();
    }

    @Override
    public void peopleStay() {
        visits.arrive(web);
    }

    @Override
    public void breakDown(Break what) {
        if (what.harm().isBlank()) {
            twin.faults().switchOn(side(what), Fault.valueOf(constant(what.fault())));
        } else {
            twin.befalls(Harm.valueOf(constant(what.harm())));
        }
    }

    @Override
    public void mend() {
        twin.faults().clear();
    }

    @Override
    public List<Lever> levers() {
        return levers;
    }

    @Override
    public Records records() {
        return records;
    }

    /** What only a person can do has no counterpart here. */
    @Override
    public void pass(Action action) {}

    @Override
    public void letPass(Duration remembered) {
        twin.namesAreForgotten();
        twin.nobodyIsSentOn();
    }

    private static Side side(Break what) {
        return Side.valueOf(constant(what.side()));
    }

    /** How the twin spells a name of a drill's file. */
    static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
