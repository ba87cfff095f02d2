package cutover.twin.dns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;

/** What a resolver remembers, each thing for its own time. */
final class Memory {

    private final Clock clock;
    private final Map<Key, Kept> answers = new ConcurrentHashMap<>();
    private final Map<Name, Handed> delegations = new ConcurrentHashMap<>();

    private record Key(Name name, int type) {}

    private record Kept(Known known, Instant ends) {}

    private record Handed(Delegation delegation, Instant ends) {}

    Memory(Clock clock) {
        this.clock = clock;
    }

    void keep(Name name, int type, Known known) {
        if (known.rcode() != Rcode.SERVFAIL && known.ttl() > 0) {
            answers.put(new Key(name, type), new Kept(known, ends(known.ttl())));
        }
    }

    void keep(Delegation delegation) {
        delegations.put(delegation.zone(), new Handed(delegation, ends(delegation.ttl())));
    }

    /** With the whole seconds that are left. */
    Optional<Known> find(Name name, int type) {
        return Optional.ofNullable(answers.get(new Key(name, type)))
                .filter(kept -> left(kept.ends()) > 0)
                .map(kept -> kept.known().left(left(kept.ends())));
    }

    /** The remembered delegation that is closest above a name, or at it. */
    Optional<Delegation> closest(Name name) {
        for (int skip = 0; skip < name.labels(); skip++) {
            Handed handed = delegations.get(skip == 0 ? name : new Name(name, skip));
            if (handed != null && left(handed.ends()) > 0) {
                return Optional.of(handed.delegation());
            }
        }
        return Optional.empty();
    }

    void forget() {
        answers.clear();
        delegations.clear();
    }

    private Instant ends(long ttl) {
        return clock.instant().plusSeconds(ttl);
    }

    /** Rounded up, so that a TTL begins with its full value. */
    private long left(Instant ends) {
        Duration left = Duration.between(clock.instant(), ends);
        return left.getSeconds() + (left.getNano() > 0 ? 1 : 0);
    }
}
