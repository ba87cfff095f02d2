package cutover.twin.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Keeps connections open between uses: opening one costs PostgreSQL a process. */
final class Pool implements DataSource {

    private final DataSource behind;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int generation;

    Pool(DataSource behind) {
        this.behind = behind;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection;
        int born;
        synchronized (this) {
            born = generation;
            connection = idle.pollFirst();
        }
        Connection real = connection == null ? behind.getConnection() : connection;
        return Lent.of(real, used -> takeBack(used, born));
    }

    /** Closes what is idle; what is in use will not come back. */
    synchronized void drain() {
        generation++;
        idle.forEach(Pool::discard);
        idle.clear();
    }

    private void takeBack(Connection real, int born) {
        try {
            if (!real.getAutoCommit()) {
                real.rollback();
                real.setAutoCommit(true);
            }
            synchronized (this) {
                if (born == generation && !real.isClosed()) {
                    idle.addFirst(real);
                    return;
                }
            }
        } catch (SQLException broken) {
            // a connection that was cut while in use is dropped below
        }
        discard(real);
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // closing was all that was wanted
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return behind.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return behind.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        behind.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        behind.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return behind.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("cutover.twin.database");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return behind.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return behind.isWrapperFor(type);
    }
}
