package cutover.twin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
