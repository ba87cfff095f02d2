package cutover.probe.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Counts and sums up the rows of a table; the server does it in one pass, and keeps one line per chunk. */
final class TableReader {

    private static final int MICROS = 6;

    private final Session session;
    private final Questions questions;

    TableReader(Session session, Questions questions) {
        this.session = session;
        this.questions = questions;
    }

    /** One row, without what stands in it. */
    record Row(String hash, Optional<Instant> time) {}

    TableState read(Catalog.Table table) throws SQLException {
        List<TableState.Chunk> chunks = new ArrayList<>();
        Newest newest = new Newest();
        boolean counted = questions.traces().contains(table.name());
        session.each(
                "select " + (counted ? "0" : chunk(table.key())) + ", count(*), "
                        + (counted ? "0" : "coalesce(sum(" + number(table.columns()) + "), 0)") + ", max("
                        + table.key().orElse("null::bigint") + "), "
                        + seconds("max(" + time(table.name(), table.columns()) + ")") + " from "
                        + table.name() + " t group by 1 order by 1",
                row -> {
                    newest.take(row);
                    if (!counted) {
                        chunks.add(new TableState.Chunk(
                                row.getLong(1),
                                row.getLong(2),
                                row.getBigDecimal(3).toBigInteger()));
                    }
                });
        return new TableState(table.name(), table.columns(), table.key(), newest.rows, newest.id, newest.time, chunks);
    }

    /** The rows of a chunk, by id. */
    Map<Long, Row> rows(TableState table, long chunk, boolean content) throws SQLException {
        TableState.Chunk ids = new TableState.Chunk(chunk, 0, BigInteger.ZERO);
        String key = table.key().orElseThrow();
        Map<Long, Row> rows = new TreeMap<>();
        session.each(
                "select " + key + ", " + (content ? hash(table.columns()) : "''") + ", "
                        + seconds(time(table.name(), table.columns())) + " from "
                        + table.name() + " t where " + key + " between ? and ?",
                row -> rows.put(row.getLong(1), new Row(row.getString(2), instant(row, 3))),
                ids.from(),
                ids.to());
        return rows;
    }

    private String time(String table, List<String> columns) {
        return Optional.ofNullable(questions.times().get(table))
                .filter(columns::contains)
                .orElse("null::timestamptz");
    }

    private static String chunk(Optional<String> key) {
        return key.map(id -> id + "::bigint >> " + TableState.Chunk.BITS).orElse("0");
    }

    private static String hash(List<String> columns) {
        return "md5(" + text(columns) + ")";
    }

    /**
     * 60 bits of a hash: a sum of them does not depend on the order. Nobody forges rows here, so a quick hash will do; the
     * collation is said because a hash of text depends on it.
     */
    private static String number(List<String> columns) {
        return "hashtextextended(" + text(columns) + " collate \"C\", 0) & 1152921504606846975";
    }

    private static String text(List<String> columns) {
        return "row(t." + String.join(", t.", columns) + ")::text";
    }

    private static String seconds(String time) {
        return "extract(epoch from (" + time + ")::timestamptz)";
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(TableReader::instant);
    }

    private static Instant instant(BigDecimal seconds) {
        long micros =
                seconds.setScale(MICROS, RoundingMode.HALF_UP).unscaledValue().longValue();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /** Of all chunks. */
    private static final class Newest {

        private long rows;
        private OptionalLong id = OptionalLong.empty();
        private Optional<Instant> time = Optional.empty();

        void take(ResultSet row) throws SQLException {
            rows += row.getLong(2);
            long highest = row.getLong(4);
            if (!row.wasNull()) {
                id = OptionalLong.of(Math.max(highest, id.orElse(Long.MIN_VALUE)));
            }
            Optional<Instant> latest = instant(row, 5);
            if (latest.isPresent() && (time.isEmpty() || latest.get().isAfter(time.get()))) {
                time = latest;
            }
        }
    }
}
