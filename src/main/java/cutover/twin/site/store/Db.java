package cutover.twin.site.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The connection of one request, opened when the first statement needs it. For one thread. */
public final class Db implements AutoCloseable {

    private final Source source;
    private final Sink sink;
    private Connection connection;
    private boolean failed;

    /** With a connection of its own. */
    public Db(Source source) {
        this(source, Connection::close);
    }

    /** @param sink takes the connection when the request is over and nothing failed on it */
    public Db(Source source, Sink sink) {
        this.source = source;
        this.sink = sink;
    }

    /** Where the connection comes from. */
    @FunctionalInterface
    public interface Source {
        Connection connect() throws SQLException;
    }

    /** Where the connection goes to. */
    @FunctionalInterface
    public interface Sink {
        void accept(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Mapper<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Mapper<T> mapper, Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(mapper.read(rows));
            }
            return all;
        } catch (SQLException failure) {
            failed = true;
            throw new DatabaseFailure(failure.getMessage(), failure);
        }
    }

    /** First row. */
    public <T> Optional<T> one(String sql, Mapper<T> mapper, Object... arguments) {
        return list(sql, mapper, arguments).stream().findFirst();
    }

    /** First column of the first row, for {@code count(*)} and {@code returning id}. */
    public long number(String sql, Object... arguments) {
        return one(sql, row -> row.getLong(1), arguments).orElseThrow();
    }

    /** Number of rows that changed. */
    public int update(String sql, Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            failed = true;
            throw new DatabaseFailure(failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try {
            if (failed) {
                connection.close();
            } else {
                sink.accept(connection);
            }
        } catch (SQLException alreadyGone) {
            connection = null;
        }
    }

    private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
        if (connection == null) {
            connection = source.connect();
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, forSql(arguments[i]));
        }
        return statement;
    }

    private Object forSql(Object argument) throws SQLException {
        if (argument instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        if (argument instanceof List<?> numbers) {
            return connection.createArrayOf("bigint", numbers.toArray());
        }
        return argument;
    }
}
