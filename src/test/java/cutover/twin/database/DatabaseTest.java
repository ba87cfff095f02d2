package cutover.twin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void aResetPutsTheSeedBackAndCutsWhoIsStillConnected() throws Exception {
        try (Database database = Database.start(folder.resolve("data"))) {
            try (Connection connection = database.template().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE visitor AS SELECT 1 AS id");
            }
            database.ready();
            run(database, "INSERT INTO visitor VALUES (2)");
            assertThat(database.number("SELECT count(*) FROM visitor")).isEqualTo(2);

            try (Connection held = database.source().getConnection()) {
                database.reset();

                assertThat(database.number("SELECT count(*) FROM visitor")).isEqualTo(1);
                assertThatThrownBy(() -> held.createStatement().execute("SELECT 1"))
                        .isInstanceOf(SQLException.class);
            }
            run(database, "INSERT INTO visitor VALUES (2)");
            assertThat(database.number("SELECT count(*) FROM visitor")).isEqualTo(2);
        }
    }

    @Test
    void aTakenPortIsSaidAtOnceInTheServersOwnWordsAndNothingStays() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Database.start(folder.resolve("data"), silent.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContainingAll(
                            "PostgreSQL did not start on port " + silent.getLocalPort() + " in "
                                    + folder.resolve("data"),
                            folder.resolve("postgresql.log").toString(),
                            "could not bind IPv4 address \"127.0.0.1\": Address already in use",
                            "pg_ctl: could not start server");
        }
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(openFiles()).noneMatch(file -> file.startsWith(folder.toString()));
    }

    @Test
    void anotherPostgresAtThePortIsNotTakenForTheOwnOne() throws Exception {
        Path second = Files.createDirectory(folder.resolve("second"));

        try (Database database = Database.start(folder.resolve("data"))) {
            assertThatThrownBy(() -> Database.start(second.resolve("data"), database.port()))
                    .hasMessageContaining("PostgreSQL did not start on port " + database.port());

            database.ready();
            assertThat(database.number("SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void aFolderThatIsNotEmptyIsNamedAsTheReason() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path theirs = Files.createFile(data.resolve("theirs"));

        assertThatThrownBy(() -> Database.start(data))
                .hasMessageContaining("initdb: error: directory \"" + data + "\" exists but is not empty");

        assertThat(theirs).exists();
    }

    @Test
    void theFolderMayHaveASpaceInItsName() throws Exception {
        Path spaced = Files.createDirectory(folder.resolve("my runs"));

        try (Database database = Database.start(spaced.resolve("data"))) {
            database.ready();

            assertThat(database.number("SELECT 1")).isEqualTo(1);
        }
    }

    /** Of this process, where the system tells; those that are just being closed have no name any more. */
    private static List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.map(DatabaseTest::target).toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
