package cutover.twin.database;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;

/**
 * A PostgreSQL server of the twin's own, on a free loopback port. It is filled once, as a template; the application
 * works on a copy, and {@link #reset()} puts a fresh copy in its place.
 */
public final class Database implements AutoCloseable {

    private static final String TEMPLATE = "seed";
    private static final String WORKING = "intake";

    private static final String RESTORED = "intake_restored";
    /** What {@link #keep()} keeps. */
    public static final String KEPT = "intake_kept";

    private static final String SET_ASIDE = "intake_set_aside";

    /** The user of the old host; needs a password. */
    private static final String GUEST = "cmr";

    /** Reads and does nothing else; needs a password too. */
    private static final String AUDITOR = "auditor";

    /** May change the guest, as the vendor's own first user may; needs a password too. */
    private static final String MASTER = "master";

    private static final String WHO_MAY =
            "host all " + GUEST + "," + AUDITOR + "," + MASTER + " all scram-sha-256\nhost all all all trust\n";

    private final Server server;

    private Database(Server server) {
        this.server = server;
    }

    /**
     * Starts the server; its binaries are unpacked once per machine, into the temporary directory.
     *
     * @param folder where the data goes; created, and beside it the rules of who may sign in and the server's log
     * @throws UncheckedIOException when it does not start, with its own last words; nothing of it runs then
     */
    public static Database start(Path folder) {
        return start(folder, Port.free(new SplittableRandom()));
    }

    static Database start(Path folder, int port) {
        Database database = new Database(Server.start(folder, port, WHO_MAY));
        try {
            database.furnish();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void furnish() {
        run("CREATE DATABASE " + TEMPLATE);
        run("CREATE ROLE " + GUEST + " LOGIN");
        run("CREATE ROLE " + AUDITOR + " LOGIN");
        run("CREATE ROLE " + MASTER + " LOGIN CREATEROLE");
        run("GRANT " + GUEST + " TO " + MASTER + " WITH ADMIN OPTION");
        run("GRANT pg_read_all_data TO " + AUDITOR);
    }

    /** The template, to be filled; each of its connections must be closed before {@link #ready()}. */
    public DataSource template() {
        return server.database(TEMPLATE);
    }

    /** Says that the template is complete. */
    public void ready() {
        run("CREATE DATABASE " + WORKING + " TEMPLATE " + TEMPLATE);
    }

    /** The copy on which the application works; each connection is a new one. */
    public DataSource source() {
        return server.database(WORKING);
    }

    /** Replaces the working copy by the template; connections in use are cut. */
    public void reset() {
        List.of(WORKING, KEPT, SET_ASIDE).forEach(this::drop);
        ready();
    }

    /** Keeps the working copy as it is now beside it, to be compared later; what was kept before goes. */
    public void keep() {
        drop(KEPT);
        quietly(WORKING, "CREATE DATABASE " + KEPT + " TEMPLATE " + WORKING);
    }

    /** Puts in the place of the working copy what was kept, if anything was. */
    public void takeBackKept() {
        if (isThere(KEPT)) {
            drop(WORKING);
            run("CREATE DATABASE " + WORKING + " TEMPLATE " + KEPT);
        }
    }

    /**
     * Puts what was restored in the place of the working copy, which is set aside; the restored copy stays too.
     *
     * @return false when nothing was restored, and nothing was done
     */
    public boolean goLiveWithRestored() {
        if (!isThere(RESTORED)) {
            return false;
        }
        drop(SET_ASIDE);
        quietly(WORKING, "ALTER DATABASE " + WORKING + " RENAME TO " + SET_ASIDE);
        quietly(RESTORED, "CREATE DATABASE " + WORKING + " TEMPLATE " + RESTORED);
        return true;
    }

    /** Puts the working copy back that was set aside, if one was. */
    public void takeBackWhatWasSetAside() {
        if (isThere(SET_ASIDE)) {
            drop(WORKING);
            quietly(SET_ASIDE, "ALTER DATABASE " + SET_ASIDE + " RENAME TO " + WORKING);
        }
    }

    /** Makes a copy of the template beside the working one, as a restore of a snapshot does; an earlier copy goes. */
    public void restore() {
        dropRestored();
        run("CREATE DATABASE " + RESTORED + " TEMPLATE " + TEMPLATE);
    }

    /** Takes the restored copy away, if there is one. */
    public void dropRestored() {
        drop(RESTORED);
    }

    /** The restored copy. */
    public DataSource restored() {
        return server.database(RESTORED);
    }

    /** Gives the auditor that password, and decides whether he may also write. */
    public void auditor(String password, boolean mayWrite) {
        run("ALTER ROLE " + AUDITOR + " PASSWORD '" + password + "'");
        run((mayWrite ? "GRANT pg_write_all_data TO " : "REVOKE pg_write_all_data FROM ") + AUDITOR);
    }

    /** Where strangers knock. */
    public int port() {
        return server.port();
    }

    /** Gives the user of the old host that password, and no other. */
    public void password(String password) {
        run("ALTER ROLE " + GUEST + " PASSWORD '" + password + "'");
    }

    /** Gives the user who may change the old host's user that password. */
    public void master(String password) {
        run("ALTER ROLE " + MASTER + " PASSWORD '" + password + "'");
    }

    /** Answers a query for one number. */
    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** Answers a query for one value. */
    public String text(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean isThere(String name) {
        return number("SELECT count(*) FROM pg_database WHERE datname = '" + name + "'") > 0;
    }

    private void drop(String name) {
        run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** A statement that wants nobody else in that database. Who comes meanwhile is sent away again. */
    private void quietly(String name, String sql) {
        run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        try {
            run("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + name + "'");
            run(sql);
        } finally {
            run("UPDATE pg_database SET datallowconn = true WHERE datname IN ('" + name + "', '" + WORKING + "', '"
                    + KEPT + "', '" + SET_ASIDE + "')");
        }
    }

    private void run(String sql) {
        try (Connection connection = server.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
