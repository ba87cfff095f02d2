package cutover.provider.postgres;

import cutover.provider.Changes;
import cutover.provider.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** The users of a database. A change goes out once. Safe for use by several threads. */
public final class DatabaseUsers {

    /** What says no, by its SQLSTATE, and how HTTP would say it. */
    private static final Map<String, Integer> REFUSALS = Map.of(
            "28P01", 401,
            "28000", 401,
            "42501", 403,
            "42704", 404,
            "3D000", 404);

    private final OwnerLogin login;

    public DatabaseUsers(OwnerLogin login) {
        this.login = login;
    }

    /**
     * Gives a user another password. It leaves this machine only as what a server keeps of it, so no log has it; who is
     * signed in stays so.
     *
     * @return true; refused by SQLSTATE, for instance {@code 28P01} when we are not let in, {@code 42704} when there is
     *     no such user, {@code 42501} when we may not change it
     */
    @Changes
    public Told<Boolean> changePassword(String user, String password) {
        String url = "jdbc:postgresql://" + login.host() + ":" + login.port() + "/" + login.database();
        try (Connection connection = new Driver().connect(url, properties())) {
            // asked for by name: otherwise the driver asks the server, which may be set up for something older
            connection.unwrap(PGConnection.class).alterUserPassword(user, password.toCharArray(), "scram-sha-256");
            return Told.value(true);
        } catch (SQLException e) {
            return told(e);
        }
    }

    private Properties properties() {
        String seconds = Long.toString(login.timeout().toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password().get());
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("ApplicationName", "cutover");
        return properties;
    }

    private Told<Boolean> told(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String said = String.valueOf(failure.getMessage());
        return REFUSALS.containsKey(state)
                ? Told.refused(REFUSALS.get(state), state, said)
                : Told.unavailable(login + " does not answer: " + said);
    }

    @Override
    public String toString() {
        return "users of " + login.host() + ":" + login.port() + "/" + login.database();
    }
}
