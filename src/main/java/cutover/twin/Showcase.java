package cutover.twin;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Door;
import cutover.twin.front.Rebuff;
import cutover.twin.tls.Authority;
import cutover.twin.tls.Draft;
import cutover.twin.tls.Identity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

    private static final Map<Fault, Rebuff> REBUFFS = Map.of(
            Fault.HANDSHAKE_REFUSED, Rebuff.ALERT,
            Fault.HANDSHAKE_GARBLED, Rebuff.GARBLED,
            Fault.HANDSHAKE_CUT, Rebuff.HANGS_UP,
            Fault.HANDSHAKE_SILENT, Rebuff.SILENCE,
            Fault.HTTPS_SPEAKS_HTTP, Rebuff.PLAIN_HTTP,
            Fault.HTTPS_SPEAKS_SSH, Rebuff.NOT_TLS);

    private static final String[] OLD = {"TLSv1", "TLSv1.1"};
    private static final String[] MODERN = {"TLSv1.2", "TLSv1.3"};
    private static final String[] NEWEST = {"TLSv1.3"};
    private static final String[] ALL = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};

    private final Authority authority;
    private final Faults faults;

    Showcase(Authority authority, Faults faults) {
        this.authority = authority;
        this.faults = faults;
    }

    /** From now on the door shows what the faults of its side want. */
    Shown watch(Side side, Door door, Identity own, List<String> names) {
        Shown shown = new Shown(door, own);
        faults.listen((where, fault, nowOn) -> {
            if (where == side && isOfCertificates(fault)) {
                shown.wrong(nowOn ? Optional.of(wrong(fault, names)) : Optional.empty());
            }
            if (where == side) {
                versions(door, fault, nowOn);
                handshakes(door, fault, nowOn);
            }
        });
        return shown;
    }

    /** The door shows one thing, but for what is said of it. */
    Shown steady(Door door, Identity own) {
        return new Shown(door, own);
    }

    private static boolean isOfCertificates(Fault fault) {
        return fault == Fault.CERTIFICATE_LACKS_NAME || WRONG.containsKey(fault);
    }

    private Identity wrong(Fault fault, List<String> names) {
        return fault == Fault.CERTIFICATE_LACKS_NAME
                ? authority.identity(List.of("status." + names.get(0)))
                : WRONG.get(fault).apply(authority.certificate(names)).issued();
    }

    private static void versions(Door door, Fault fault, boolean nowOn) {
        switch (fault) {
            case OLD_TLS_ACCEPTED -> door.speak(nowOn ? ALL : MODERN);
            case OLD_TLS_ONLY -> door.speak(nowOn ? OLD : MODERN);
            case TLS_12_REFUSED -> door.speak(nowOn ? NEWEST : MODERN);
            default -> {}
        }
    }

    private static void handshakes(Door door, Fault fault, boolean nowOn) {
        switch (fault) {
            case HTTPS_SHUT -> open(door, nowOn, Door::shut);
            case HTTPS_FILTERED -> open(door, nowOn, Door::filter);
            default ->
                Optional.ofNullable(REBUFFS.get(fault))
                        .ifPresent(rebuff -> door.rebuff(nowOn ? Optional.of(rebuff) : Optional.empty()));
        }
    }

    private static void open(Door door, boolean nowOn, Consumer<Door> otherwise) {
        (nowOn ? otherwise : (Consumer<Door>) Door::open).accept(door);
    }

    /** What one door shows: usually one thing, and another while a fault is on. */
    final class Shown {

        private final Door door;
        private Identity usual;
        private Optional<Identity> wrong = Optional.empty();
        private Identity present;

        private Shown(Door door, Identity usual) {
            this.door = door;
            this.usual = usual;
            this.present = usual;
        }

        /** The door also shows that while one more fault is on. */
        Shown during(Side side, Fault fault, Identity identity) {
            faults.listen((where, switched, nowOn) -> {
                if (where == side && switched == fault) {
                    wrong(nowOn ? Optional.of(identity) : Optional.empty());
                }
            });
            return this;
        }

        /** From now on, while no fault is on. */
        synchronized void usually(Identity identity) {
            usual = identity;
            show();
        }

        private synchronized void wrong(Optional<Identity> identity) {
            wrong = identity;
            show();
        }

        private void show() {
            Identity next = wrong.orElse(usual);
            if (next != present) {
                present = next;
                door.show(next);
            }
        }
    }
}
