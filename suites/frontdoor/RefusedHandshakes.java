package frontdoor;

import cutover.finding.Finding;
import cutover.probe.tls.Refused;
import cutover.probe.tls.Refused.Kind;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What to say of places where no handshake came about. */
final class RefusedHandshakes {

    private static final Set<Kind> OURS = Set.of(Kind.UNREACHABLE, Kind.OWN_TROUBLE);

    private final Consumer<Finding> findings;
    private final String name;

    RefusedHandshakes(Consumer<Finding> findings, String name) {
        this.findings = findings;
        this.name = name;
    }

    /** @param nowhere no handshake of the name came about at any place */
    void judged(Map<Spot, Refused> refused, boolean nowhere) {
        boolean allSilent =
                nowhere && refused.values().stream().allMatch(each -> each.kind() == Kind.CONNECT_TIMED_OUT);
        refused.forEach((spot, each) ->
                findings.accept(OURS.contains(each.kind()) || allSilent ? ours(spot, each) : theirs(spot, each)));
    }

    private Finding ours(Spot spot, Refused refused) {
        return Finding.unknown(
                        "the certificate of " + name + " at " + spot.told() + " could not be looked at from here")
                .expected("a connection to " + spot.tool())
                .because(refused.sentence())
                .toDo(
                        spot.told().contains(":")
                                ? "run this on a machine that has IPv6, or look from one by hand"
                                : "see whether this machine may connect to port 443 at all; then run again");
    }

    private Finding theirs(Spot spot, Refused refused) {
        return Finding.unmet(name + " at " + spot.told() + " " + words(refused))
                .expected("a handshake with a certificate for " + name)
                .butWas(refused.sentence())
                .lookAt(spot.command(name, "-showcerts"))
                .toDo(remedy(refused));
    }

    private static String words(Refused refused) {
        return switch (refused.kind()) {
            case PORT_CLOSED -> "does not listen for https";
            case CONNECT_TIMED_OUT -> "can't be connected to for https";
            case SILENT, UNFINISHED -> "takes the connection and does not finish the handshake";
            case PLAIN_HTTP -> "speaks plain http at the port for https";
            case NOT_TLS -> "speaks something else than TLS at the port for https";
            case CLOSED_EARLY -> "hangs up in the handshake";
            case ALERT -> "refuses the handshake: " + refused.alert().orElse("without a reason");
            case OTHER_VERSION -> "speaks outdated versions of TLS only";
            case INCOMPATIBLE -> "speaks TLS in a way that clients of today do not accept";
            case UNREACHABLE, OWN_TROUBLE -> "was not reached";
        };
    }

    private static String remedy(Refused refused) {
        return switch (refused.kind()) {
            case PORT_CLOSED, CONNECT_TIMED_OUT ->
                "open port 443 at that address, or take the address out of the name's records";
            case PLAIN_HTTP, NOT_TLS -> "switch TLS on for the listener at that address";
            case ALERT, CLOSED_EARLY ->
                "the platform has no certificate for this name there: add the name to it and attach the certificate";
            case OTHER_VERSION -> "choose a security policy with TLS 1.2 and 1.3 at the place where TLS ends";
            case INCOMPATIBLE -> "renew certificate and key, and choose a current security policy";
            case SILENT, UNFINISHED, UNREACHABLE, OWN_TROUBLE -> "look at the listener at that address";
        };
    }
}
