package cutover.twin.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/** The server itself, reached at {@code 127.0.0.1} and nowhere else. */
final class Server implements AutoCloseable {

    private static final String OWNER = "postgres";
    private static final String ADDRESS = "127.0.0.1";
    private static final String HOST = "PGHOST";

    private final EmbeddedPostgres server;

    private Server(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param folder where the data goes; rules and log lie beside it
     * @param rules who may sign in
     * @throws UncheckedIOException when it does not start, with its own last words; nothing of it runs then
     */
    static Server start(Path folder, int port, String rules) {
        try {
            ServerLog log = ServerLog.empty(folder.resolveSibling("postgresql.log"));
            Path file = Files.writeString(folder.resolveSibling("pg_hba.conf"), rules);
            Server started = new Server(new Starting(builder(folder, port, file, log), log).server());
            started.mustBeOurs(file, log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start on port " + port + " in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, int port, Path rules, ServerLog log) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(true)
                .setPort(port)
                .setOutputRedirector(log.end())
                // on a busy disk the first start takes its time; its tool gives up after a minute, and says so
                .setPGStartupWait(Duration.ofMinutes(2))
                // who took the port may accept and then say nothing
                .setConnectConfig("socketTimeout", "2")
                .setConnectConfig(HOST, ADDRESS)
                .setServerConfig("listen_addresses", ADDRESS)
                // a shell reads it
                .setServerConfig("hba_file", "'" + rules + "'")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("autovacuum", "off")
                // a socket would lie outside the folder, and stay there when the server is killed
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF-8");
    }

    /** Another PostgreSQL that has the port answers as well. */
    private void mustBeOurs(Path rules, ServerLog log) throws IOException {
        try (Connection connection = owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW hba_file")) {
            rows.next();
            if (!rows.getString(1).equals(rules.toString())) {
                throw new SQLException("another PostgreSQL answers there");
            }
        } catch (SQLException e) {
            String words = log.told();
            server.close();
            throw new IOException(e.getMessage() + "; " + words, e);
        }
    }

    /** As its owner, in the database that is always there. */
    DataSource owner() {
        return database(OWNER);
    }

    /** As its owner, in that database. */
    DataSource database(String name) {
        return server.getDatabase(OWNER, name, Map.of(HOST, ADDRESS));
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
