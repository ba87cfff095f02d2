package cutover.probe.database;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One table at one moment.
 *
 * @param columns in the order of their names; the checksum is over all of them
 * @param key the primary key, where it is one whole number
 * @param newestId empty without a key, and without rows
 * @param newestTime empty where nobody said which column has it
 * @param chunks of neighbouring ids; one for all rows without a key, none where rows are counted only
 */
public record TableState(
        String name,
        List<String> columns,
        Optional<String> key,
        long rows,
        OptionalLong newestId,
        Optional<Instant> newestTime,
        List<Chunk> chunks) {

    private static final int HEXADECIMAL = 16;

    public TableState {
        columns = List.copyOf(columns);
        chunks = List.copyOf(chunks);
    }

    /** Over all rows, whatever their order; empty where rows are counted only. */
    public Optional<String> checksum() {
        return chunks.isEmpty() && rows > 0
                ? Optional.empty()
                : Optional.of(chunks.stream()
                        .map(Chunk::sum)
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .toString(HEXADECIMAL));
    }

    /**
     * Rows whose ids lie in the same 8192.
     *
     * @param sum of a hash of each row
     */
    public record Chunk(long number, long rows, BigInteger sum) {

        static final int BITS = 13;

        /** The first id that would belong to it. */
        long from() {
            return number << BITS;
        }

        /** The last. */
        long to() {
            return from() + (1L << BITS) - 1;
        }
    }
}
