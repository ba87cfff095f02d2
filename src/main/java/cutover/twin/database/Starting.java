package cutover.twin.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A start that ends as soon as the server has given up, and leaves nothing then. The library alone goes on knocking for
 * its whole patience, and keeps its files open afterwards; interrupted, it hands out what it has, to be closed.
 */
final class Starting {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final FutureTask<EmbeddedPostgres> task;
    private final Thread thread;
    private final ServerLog log;

    /** @param log what the server writes that the builder makes */
    Starting(EmbeddedPostgres.Builder builder, ServerLog log) {
        this.log = log;
        task = new FutureTask<>(() -> startedOrClosed(builder));
        thread = new Thread(task, "twin-database-start");
        thread.setDaemon(true);
    }

    /**
     * The server, when it answers; to be asked for once.
     *
     * @throws IOException when it does not start, with its last words, or when the caller is interrupted
     */
    EmbeddedPostgres server() throws IOException {
        thread.start();
        try {
            return awaited();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() + "; " + log.told(), e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private EmbeddedPostgres awaited() throws IOException, InterruptedException, ExecutionException {
        while (true) {
            try {
                return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillStarting) {
                if (log.saysItGaveUp()) {
                    throw givenUp();
                }
            }
        }
    }

    private IOException givenUp() throws InterruptedException, ExecutionException {
        String words = log.told(); // to close what never ran makes the tools talk of that
        thread.interrupt();
        task.get();
        return new IOException("it gave up; " + words);
    }

    private static EmbeddedPostgres startedOrClosed(EmbeddedPostgres.Builder builder) throws IOException {
        EmbeddedPostgres server = builder.start();
        if (Thread.interrupted()) {
            server.close();
        }
        return server;
    }
}
