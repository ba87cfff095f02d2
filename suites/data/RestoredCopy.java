package data;

import cutover.environment.cloud.DatabasePlace;
import cutover.environment.cloud.Restored;
import cutover.finding.Finding;
import cutover.junit.Accounts;
import cutover.junit.Workbench;
import cutover.probe.database.ComparisonObservation;
import cutover.probe.database.DatabaseState;
import cutover.probe.database.Questions;
import cutover.probe.database.StateObservation;
import cutover.probe.database.StateProbe;
import java.util.Optional;

/** Whether a restored copy of the database is clean, and what is lost by going back to it. */
final class RestoredCopy {

    private final Workbench bench;
    private final Asking asking;

    RestoredCopy(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "restored");
    }

    void judged() {
        Optional<Restored> copy = bench.environment().restored();
        Optional<DatabasePlace> live = bench.environment().database();
        if (copy.isEmpty()) {
            asking.notKnown("the restored copy of the database", "restored", "a copy that is proved clean");
        } else if (live.isEmpty()) {
            asking.notKnown("the live database", "database", "a list of what is lost by going back");
            told(
                            copy.get().at(),
                            new StateProbe()
                                    .look(bench.accounts().source(copy.get().at()), questions()))
                    .ifPresent(state -> clean(copy.get(), state));
        } else {
            compared(live.get(), copy.get());
        }
    }

    private void compared(DatabasePlace live, Restored copy) {
        bench.findings().progress("reading " + live.told() + " and " + copy.at().told());
        ComparisonObservation seen = new StateProbe()
                .compare(bench.accounts().source(live), bench.accounts().source(copy.at()), questions(), copy.taken());
        Optional<DatabaseState> ours = told(live, seen.live());
        Optional<DatabaseState> theirs = told(copy.at(), seen.copy());
        if (ours.isPresent() && theirs.isPresent()) {
            both(live, copy, ours.get(), theirs.get(), seen);
        } else {
            theirs.ifPresent(state -> clean(copy, state));
        }
    }

    private void both(
            DatabasePlace live, Restored copy, DatabaseState ours, DatabaseState theirs, ComparisonObservation seen) {
        if (ours.identity().equals(theirs.identity())) {
            bench.findings()
                    .add(Finding.unmet("what should be the restored copy is the live database itself")
                            .expected("two databases")
                            .butWas(live.told() + " and " + copy.at().told() + " lead to one")
                            .lookAt("config/environments, restored")
                            .toDo("restore the snapshot into a new instance, and name that one"));
            return;
        }
        new ReaderRights(bench).judge(live, ours);
        LostRows lost = new LostRows(bench, copy, theirs, seen.differences());
        lost.judge();
        clean(copy, theirs);
        new Structure(bench, copy).judge(ours, theirs);
        lost.list(ours);
    }

    private void clean(Restored copy, DatabaseState state) {
        new ReaderRights(bench).judge(copy.at(), state);
        new CleanRules(bench, copy).judge(state);
    }

    private Optional<DatabaseState> told(DatabasePlace place, StateObservation seen) {
        return seen.fold(
                read -> {
                    bench.findings().evidence().text("state of " + place.name(), ProofText.of(read.state()));
                    return Optional.of(read.state());
                },
                untold -> {
                    bench.findings()
                            .add(Finding.unknown("nobody could read the database " + place.told())
                                    .expected("an answer to each question, as " + place.user())
                                    .because(untold.detail())
                                    .lookAt("config/environments, database and restored")
                                    .toDo("see whether the restore is complete and the tunnel open; then run this step"
                                            + " again"));
                    return Optional.empty();
                });
    }

    private Questions questions() {
        return Accounts.questions(bench.application());
    }
}
