package cutover.probe.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;

/** Signs in to PostgreSQL once and leaves at once. */
public final class DatabaseProbe {

    private static final String WRONG_PASSWORD = "28P01";

    /** Said after the password was found good: no such database, no right to it, no place left. */
    private static final Set<String> AFTER_THE_PASSWORD = Set.of("3D000", "42501", "53300");

    public SignInObservation look(Login login) {
        try (Connection connection = new Driver().connect(url(login), properties(login))) {
            return new SignInObservation.Entered(
                    "signed in as " + connection.getMetaData().getUserName());
        } catch (SQLException e) {
            return told(e);
        }
    }

    static String url(Login login) {
        return "jdbc:postgresql://" + login.host() + ":" + login.port() + "/" + login.database();
    }

    static Properties properties(Login login) {
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

    private static SignInObservation told(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String detail = state + " " + e.getMessage();
        if (state.equals(WRONG_PASSWORD)) {
            return new SignInObservation.Refused(detail);
        }
        return AFTER_THE_PASSWORD.contains(state)
                ? new SignInObservation.Entered(detail)
                : new SignInObservation.Untold(detail);
    }
}
