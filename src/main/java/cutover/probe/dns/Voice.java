package cutover.probe.dns;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one server says to a question, in a form that can be laid beside what another says.
 *
 * @param outcome the rcode, or why there was no answer
 * @param answered whether there was an answer
 * @param facts the answer section without lifetimes and signatures, in order: "www.example.org A 192.0.2.1"
 * @param ttls seconds; all lifetimes that occur in the answer section, in order
 * @param serial of the SOA that came along
 */
public record Voice(
        NameServer server, String outcome, boolean answered, Set<String> facts, Set<Long> ttls, OptionalLong serial) {

    static Voice of(DnsObservation seen) {
        return seen.fold(
                answered -> new Voice(
                        answered.server(),
                        answered.rcode(),
                        true,
                        each(answered, Resource::fact),
                        each(answered, Resource::ttl),
                        serial(answered.soa())),
                silent -> new Voice(silent.server(), silent.told(), false, Set.of(), Set.of(), OptionalLong.empty()));
    }

    // each server may sign with a time of its own
    private static <T> Set<T> each(Answered answered, Function<Resource, T> part) {
        return answered.answer().stream()
                .filter(record -> !record.type().equals("RRSIG"))
                .map(part)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static OptionalLong serial(Optional<Soa> soa) {
        return soa.map(Soa::serial).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** "ns1.example.org (192.0.2.1:53): NOERROR [www.example.org A 192.0.2.1] ttl [60]". */
    public String told() {
        String known = serial.isPresent() ? " serial " + serial.getAsLong() : "";
        return server.told() + ": " + outcome + (answered ? " " + facts + " ttl " + ttls + known : "");
    }
}
