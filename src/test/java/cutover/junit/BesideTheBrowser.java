package cutover.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Rows that need no browser, one after the other on a twin of their own: they wait most of their time, so that they run
 * while the other rows keep the browsers busy.
 */
final class BesideTheBrowser implements AutoCloseable {

    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Rehearsals> rehearsals;
    private final Map<FaultTable.Broken, CompletableFuture<Row>> rows;

    /** @param all begun at once */
    BesideTheBrowser(Path folder, List<FaultTable.Broken> all) {
        rehearsals = CompletableFuture.supplyAsync(() -> new Rehearsals(folder, "rehearsal"), one);
        rows = new LinkedHashMap<>();
        all.forEach(broken -> rows.put(broken, begun(broken)));
    }

    /** Waits until that row has had its turn; they go in the order of the table. */
    Row of(FaultTable.Broken broken) {
        return rows.get(broken).join();
    }

    private CompletableFuture<Row> begun(FaultTable.Broken broken) {
        return CompletableFuture.supplyAsync(() -> Row.of(rehearsals.join(), broken), one);
    }

    @Override
    public void close() {
        one.shutdownNow();
        rehearsals.thenAccept(Rehearsals::close).join();
    }

    /**
     * What was seen with one fault switched on.
     *
     * @param open step → first line, only those that are not met
     */
    record Row(Map<String, String> open, String messages) {

        static Row of(Rehearsals rehearsals, FaultTable.Broken broken) {
            rehearsals.twin().reset();
            broken.prepare(rehearsals.twin());
            rehearsals.twin().faults().switchOn(broken.side(), broken.fault());
            try {
                String name = broken.name().replace(' ', '-');
                Map<String, String> open =
                        new TreeMap<>(rehearsals.run(name, broken.parameters(rehearsals.folder(name))));
                open.values().removeIf(String::isEmpty);
                return new Row(open, rehearsals.messages());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                rehearsals.twin().faults().clear();
            }
        }
    }
}
