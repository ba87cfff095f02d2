package cutover.twin;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Door;
import cutover.twin.tls.Authority;
import cutover.twin.tls.Draft;
import cutover.twin.tls.Identity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What can be wrong with the certificates that some doors show, and with the versions of TLS that they speak. */
final class Showcase {

    private static final Duration SOON = Duration.ofDays(5);

    private static final Map<Fault, UnaryOperator<Draft>> WRONG = Map.ofEntries(
            Map.entry(Fault.CHAIN_INCOMPLETE, Draft::withoutIntermediate),
            Map.entry(Fault.CHAIN_IN_WRONG_ORDER, Draft::inWrongOrder),
            Map.entry(Fault.CERTIFICATE_OF_UNKNOWN_ROOT, Draft::fromAnotherRoot),
            Map.entry(Fault.CERTIFICATE_OF_OTHER_ISSUER, Draft::fromAnotherIntermediate),
            Map.entry(Fault.CERTIFICATE_SELF_SIGNED, Draft::selfSigned),
            Map.entry(Fault.CERTIFICATE_ENDS_SOON, draft -> draft.expiringIn(SOON)),
            Map.entry(Fault.CERTIFICATE_EXPIRED, Draft::expired),
            Map.entry(Fault.CERTIFICATE_NOT_YET_VALID, Draft::notYetValid),
            Map.entry(Fault.CERTIFICATE_KEY_WEAK, Draft::withRsa1024),
            Map.entry(Fault.CERTIFICATE_SIGNED_WITH_SHA1, Draft::signedWithSha1),
            Map.entry(Fault.CERTIFICATE_MUST_STAPLE, Draft::withMustStaple));

    private final Authority authority;
    private final Faults faults;

    Showcase(Authority authority, Faults faults) {
        this.authority = authority;
        this.faults = faults;
    }

    /** From now on the door shows what the faults of its side want. */
    void watch(Side side, Door door, Identity own, List<String> names) {
        faults.listen((where, fault, nowOn) -> {
            if (where == side) {
                certificate(door, fault, nowOn ? wrong(fault, names, own) : own);
                versions(door, fault, nowOn);
            }
        });
    }

    /** The same for one fault that concerns this door alone. */
    void watch(Fault only, Door door, Identity own, Identity wrong) {
        faults.listen((side, fault, nowOn) -> {
            if (fault == only) {
                door.show(nowOn ? wrong : own);
            }
        });
    }

    private Identity wrong(Fault fault, List<String> names, Identity own) {
        if (fault == Fault.CERTIFICATE_LACKS_NAME) {
            return authority.identity(List.of("status." + names.get(0)));
        }
        return WRONG.containsKey(fault)
                ? WRONG.get(fault).apply(authority.certificate(names)).issued()
                : own;
    }

    private static void certificate(Door door, Fault fault, Identity shown) {
        if (fault == Fault.CERTIFICATE_LACKS_NAME || WRONG.containsKey(fault)) {
            door.show(shown);
        }
    }

    private static void versions(Door door, Fault fault, boolean nowOn) {
        if (fault == Fault.OLD_TLS_ACCEPTED) {
            door.speak(
                    nowOn
                            ? new String[] {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"}
                            : new String[] {"TLSv1.2", "TLSv1.3"});
        }
        if (fault == Fault.TLS_12_REFUSED) {
            door.speak(nowOn ? new String[] {"TLSv1.3"} : new String[] {"TLSv1.2", "TLSv1.3"});
        }
        if (fault == Fault.HTTPS_SHUT) {
            if (nowOn) {
                door.shut();
            } else {
                door.open();
            }
        }
    }
}
