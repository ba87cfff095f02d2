package cutover.junit;

import cutover.drill.Lost;
import cutover.drill.Records;
import cutover.environment.cloud.DatabasePlace;
import cutover.probe.database.ComparisonObservation;
import cutover.probe.database.DatabaseState;
import cutover.probe.database.SequenceState;
import cutover.probe.database.Source;
import cutover.probe.database.Spotted;
import cutover.probe.database.StateObservation;
import cutover.probe.database.StateProbe;
import cutover.twin.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The twin's database, read by the role that the environment names, and its files; what is noted is kept beside them. */
final class TwinRecords implements Records {

    private final Twin twin;
    private final RunFiles files;
    private final Accounts accounts;

    TwinRecords(Twin twin, RunFiles files) {
        this.twin = twin;
        this.files = files;
        this.accounts = new Accounts(files.environment());
    }

    @Override
    public void note() {
        twin.keepData();
    }

    @Override
    public void takeBack() {
        twin.takeBackData();
    }

    @Override
    public List<String> broken() {
        DatabaseState state = read(new StateProbe().look(live(), Accounts.questions(files.application())));
        List<String> broken = new ArrayList<>();
        told(broken, "rows that point to nothing", state.orphans());
        told(broken, "texts in a wrong encoding", state.mangled());
        told(broken, "rows twice", state.twice());
        state.sequences().stream()
                .filter(SequenceState::isBehind)
                .map(one -> "a sequence behind its table: " + one.column())
                .forEach(broken::add);
        broken.addAll(state.loose());
        return broken;
    }

    @Override
    public List<Lost> lost() {
        ComparisonObservation seen =
                new StateProbe().compare(live(), kept(), Accounts.questions(files.application()), Optional.empty());
        read(seen.live());
        read(seen.copy());
        return seen.differences().stream()
                .filter(difference -> difference.onlyCopy().count() > 0)
                .map(difference -> new Lost(
                        difference.table(),
                        difference.onlyCopy().count(),
                        difference.onlyCopy().toString()))
                .toList();
    }

    private static void told(List<String> broken, String what, List<Spotted> spotted) {
        spotted.forEach(one -> broken.add(what + ": " + one.where() + ", " + one.rows()));
    }

    private static DatabaseState read(StateObservation seen) {
        return seen.fold(read -> read.state(), untold -> {
            throw new IllegalStateException("the database could not be read: " + untold.detail());
        });
    }

    private Source live() {
        return accounts.source(place());
    }

    private Source kept() {
        return accounts.source(place().named(Twin.KEPT));
    }

    private DatabasePlace place() {
        return files.environment()
                .database()
                .orElseThrow(() -> new IllegalStateException("drills need the key database in the environment"));
    }
}
