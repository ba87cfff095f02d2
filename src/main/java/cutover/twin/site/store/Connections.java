package cutover.twin.site.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/** Keeps a few open connections between requests. Safe for several threads. */
public final class Connections {

    private static final int MOST_IDLE = 4;
    private static final int VALID_WITHIN_SECONDS = 2;

    private final DataSource source;
    private final Deque<Connection> idle = new ArrayDeque<>();

    public Connections(DataSource source) {
        this.source = source;
    }

    /** An idle connection that still works, or a new one. */
    public Connection take() throws SQLException {
        for (Connection kept = poll(); kept != null; kept = poll()) {
            if (kept.isValid(VALID_WITHIN_SECONDS)) {
                return kept;
            }
            kept.close();
        }
        return source.getConnection();
    }

    /** Takes a connection back. */
    public void giveBack(Connection connection) throws SQLException {
        synchronized (idle) {
            if (idle.size() < MOST_IDLE) {
                idle.push(connection);
                return;
            }
        }
        connection.close();
    }

    /** Closes what is idle; later requests open new connections. */
    public void release() {
        for (Connection kept = poll(); kept != null; kept = poll()) {
            try {
                kept.close();
            } catch (SQLException alreadyGone) {
                continue;
            }
        }
    }

    private Connection poll() {
        synchronized (idle) {
            return idle.poll();
        }
    }
}
