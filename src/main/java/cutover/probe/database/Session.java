package cutover.probe.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** One moment of a database: a transaction that sees the same rows to its end, and can't change any. */
final class Session implements AutoCloseable {

    /** Rows held here at a time. */
    private static final int FETCHED = 1000;

    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    static Session open(Source source) throws SQLException {
        Login login = source.login();
        Connection connection = new Driver().connect(DatabaseProbe.url(login), properties(source));
        try {
            try (Statement statement = connection.createStatement()) {
                for (String setting : settings(source)) {
                    statement.execute("set " + setting);
                }
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new Session(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Properties properties(Source source) {
        Properties properties = DatabaseProbe.properties(source.login());
        long longest = source.statement().plus(source.login().timeout()).toSeconds();
        properties.setProperty("socketTimeout", Long.toString(longest));
        properties.setProperty("sslmode", source.encryption().mode());
        if (source.authority().isPresent()) {
            properties.setProperty("sslrootcert", source.authority().get().toString());
        } else if (source.encryption() == Source.Encryption.VERIFIED) {
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        return properties;
    }

    /** What makes a row the same text on every server, and what keeps a reader from harm. */
    private static List<String> settings(Source source) {
        return List.of(
                "default_transaction_read_only = on",
                "statement_timeout = " + source.statement().toMillis(),
                "lock_timeout = " + source.login().timeout().toMillis(),
                // rather no answer than one about a part of the rows
                "row_security = off",
                "search_path = public",
                "timezone = 'UTC'",
                "datestyle = 'ISO, YMD'",
                "intervalstyle = 'postgres'",
                "extra_float_digits = 1",
                "bytea_output = 'hex'");
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Mapper<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Mapper<T> mapper, Object... arguments) throws SQLException {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(mapper.read(row)), arguments);
        return all;
    }

    /** As they come, without holding them all. */
    void each(String sql, Taker taker, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
