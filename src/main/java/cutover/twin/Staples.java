package cutover.twin;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.tls.Authority;
import cutover.twin.tls.Identity;
import cutover.twin.tls.Responder;
import cutover.twin.tls.Said;
import java.util.List;
import java.util.Map;

/** Certificates with an OCSP response stapled to them, good at first. */
final class Staples implements AutoCloseable {

    private static final Map<Fault, Said> WRONG = Map.of(
            Fault.STAPLE_REVOKED, Said.REVOKED,
            Fault.STAPLE_UNKNOWN, Said.UNKNOWN,
            Fault.STAPLE_OUTDATED, Said.GOOD_UNTIL_YESTERDAY,
            Fault.STAPLE_UNREADABLE, Said.GARBLED,
            Fault.STAPLE_MISSING, Said.NOTHING);

    private final Authority authority;
    private final Responder responder;

    Staples(Authority authority) {
        this.authority = authority;
        this.responder = authority.responder();
    }

    Identity good(List<String> names) {
        return saying(Said.GOOD, names);
    }

    /** While one of the faults is on, the door shows a certificate of which something else is said. */
    void watch(Showcase.Shown shown, List<String> names) {
        WRONG.forEach((fault, said) -> shown.during(Side.NEW, fault, saying(said, names)));
    }

    private Identity saying(Said said, List<String> names) {
        return authority.certificate(names).vouchedFor(responder, said).issued();
    }

    @Override
    public void close() {
        responder.close();
    }
}
