package cutover.probe.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cutover.twin.database.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProbeTest {

    private static final DatabaseProbe PROBE = new DatabaseProbe();

    @Test
    void aPasswordOpensUntilItIsChanged(@TempDir Path folder) {
        try (Database database = Database.start(folder.resolve("database"))) {
            database.ready();
            database.password("before");
            assertThat(PROBE.look(login(database.port(), "intake", "before")))
                    .isInstanceOf(SignInObservation.Entered.class);
            // the password is looked at first, so that this says it is good
            assertThat(PROBE.look(login(database.port(), "elsewhere", "before")))
                    .isInstanceOf(SignInObservation.Entered.class);

            database.password("after");

            assertThat(PROBE.look(login(database.port(), "intake", "before")))
                    .isInstanceOf(SignInObservation.Refused.class);
        }
    }

    @Test
    void whereNobodyListensNothingIsTold() throws IOException {
        int shut;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            shut = socket.getLocalPort();
        }
        assertThat(PROBE.look(login(shut, "intake", "x")))
                .asInstanceOf(type(SignInObservation.Untold.class))
                .extracting(SignInObservation.Untold::detail)
                .asString()
                .startsWith("08001");
    }

    @Test
    void itsTextHoldsNoPassword() {
        assertThat(login(5432, "intake", "secret")).hasToString("cmr at 127.0.0.1:5432/intake");
    }

    private static Login login(int port, String database, String password) {
        return new Login("127.0.0.1", port, database, "cmr", () -> password, Duration.ofSeconds(5));
    }
}
