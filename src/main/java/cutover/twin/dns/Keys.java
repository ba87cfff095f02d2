package cutover.twin.dns;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;

/** Which zones are signed, and with what. */
final class Keys {

    private static final long DS_TTL = 3600;

    private final Clock clock;
    private final Map<Name, Signer> made = new ConcurrentHashMap<>();
    private final Map<Name, Signer> signers = new ConcurrentHashMap<>();
    private final Set<Name> ended = ConcurrentHashMap.newKeySet();

    Keys(Clock clock) {
        this.clock = clock;
    }

    /** Signs the zone from now on, with the key that it had before if it had one. */
    void make(Name zone) {
        signers.put(zone, made.computeIfAbsent(zone, Signer::of));
    }

    /** Leaves the zone unsigned from now on. */
    void forget(Name zone) {
        signers.remove(zone);
        ended.remove(zone);
    }

    /** From now on this zone's signatures are past their time. */
    void end(Name zone) {
        ended.add(zone);
    }

    /** From now on all signatures are within their time. */
    void mend() {
        ended.clear();
    }

    /** What the parent says about a zone's key; of a key that nobody has when the zone is not signed. */
    DSRecord ds(Name zone) {
        Signer signer = signers.get(zone);
        return (signer == null ? Signer.of(zone) : signer).ds(DS_TTL);
    }

    Zone served(Zone plain) {
        Signer signer = signers.get(plain.name());
        return signer == null ? plain : signer.sign(plain, clock, ended.contains(plain.name()));
    }
}
