package cutover.probe.dns;

import cutover.patience.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Asks as long as the walk's limits allow. */
final class Budget {

    private final DnsProbe probe;
    private final DelegationLimits limits;
    private final Instant start;
    private int asked;
    private String spent = "";

    Budget(DnsProbe probe, DelegationLimits limits) {
        this.probe = probe;
        this.limits = limits;
        this.start = probe.clock().instant();
    }

    /** Each question of each server, without recursion; nothing once a limit is reached. */
    List<DnsObservation> ask(Collection<NameServer> servers, List<Question> questions) {
        List<Query> queries = servers.stream()
                .flatMap(server -> questions.stream().map(question -> Query.authoritative(server, question)))
                .toList();
        if (!allows(queries.size())) {
            return List.of();
        }
        asked += queries.size();
        return probe.askAll(queries);
    }

    private boolean allows(int more) {
        if (asked + more > limits.questions()) {
            reached("more than " + limits.questions() + " questions");
        }
        if (Duration.between(start, probe.clock().instant()).compareTo(limits.atMost()) > 0) {
            reached("longer than " + Durations.told(limits.atMost()));
        }
        return spent.isEmpty();
    }

    void reached(String limit) {
        spent = spent.isEmpty() ? limit : spent;
    }

    /** The limit that was reached first, in words. */
    Optional<String> spent() {
        return Optional.of(spent).filter(words -> !words.isEmpty());
    }
}
