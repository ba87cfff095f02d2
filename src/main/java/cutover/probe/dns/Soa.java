package cutover.probe.dns;

import java.time.Duration;
import java.util.Optional;

/**
 * The fields of an SOA record that matter to others.
 *
 * @param zone whose it is
 * @param primary the server named in it
 * @param serial version of the zone, 0 to 4,294,967,295
 * @param minimum seconds; the last field
 * @param ttl seconds; of the record itself
 */
public record Soa(String zone, String primary, long serial, long minimum, long ttl) {

    /** Empty when the record is of another type. */
    static Optional<Soa> of(Resource record) {
        if (!record.type().equals("SOA")) {
            return Optional.empty();
        }
        String[] fields = record.data().split(" ");
        return Optional.of(
                new Soa(record.name(), fields[0], Long.parseLong(fields[2]), Long.parseLong(fields[6]), record.ttl()));
    }

    /** RFC 2308 section 5. */
    public Duration negativeTtl() {
        return Duration.ofSeconds(Math.min(ttl, minimum));
    }
}
