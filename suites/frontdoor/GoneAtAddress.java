package frontdoor;

import cutover.environment.front.Gone;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.NoAnswer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One former name at one address: what answers there, by http and https, at the front page and where monitors look. */
final class GoneAtAddress {

    static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    private final Workbench bench;
    private final Gone gone;
    private final String address;

    GoneAtAddress(Workbench bench, Gone gone, String address) {
        this.bench = bench;
        this.gone = gone;
        this.address = address;
    }

    /**
     * By http first: a platform that no longer knows the name has no certificate for it either.
     *
     * @return whether the application is off there
     */
    boolean judged() {
        boolean proved = ask("http", false);
        return ask("https", proved) && proved;
    }

    /** @return whether all that was asked was answered by the platform itself */
    private boolean ask(String scheme, boolean proved) {
        return Stream.of("/", bench.application().health().path())
                .distinct()
                .map(path -> judged(URI.create(scheme + "://" + gone.name() + path), PORTS.get(scheme), proved))
                .toList()
                .stream()
                .allMatch(own -> own);
    }

    private boolean judged(URI uri, int port, boolean proved) {
        InetSocketAddress reach =
                bench.outside().reach(NumericAddress.of(address), port).orElseThrow();
        HttpObservation seen = bench.outside().at(reach).get(uri);
        Finding finding = seen.fold(
                answered -> new GoneAnswer(bench.application(), gone, uri + " at " + address).judged(answered),
                none -> unanswered(none, uri, proved));
        bench.findings().add(finding);
        return finding.isMet();
    }

    private Finding unanswered(NoAnswer none, URI uri, boolean proved) {
        boolean noCertificate = List.of(NoAnswer.Kind.TLS_NAME_MISMATCH, NoAnswer.Kind.TLS_OTHER)
                .contains(none.kind());
        return noCertificate && proved
                ? Finding.met(uri + " at " + address
                        + ": the platform has no certificate for the name any more, and says so by http too")
                : silent(none, uri);
    }

    /** Silence is no proof: a crash, a firewall or our own network look the same, and the application may go on working. */
    private Finding silent(NoAnswer none, URI uri) {
        return Finding.unknown(
                        "nobody answers at " + uri + " (" + address + "): the old application may be off, or not")
                .expected(GoneAnswer.wanted(gone))
                .because(none.detail())
                .lookAt("config/environments, gone")
                .toDo(
                        "look at the platform's console whether the application runs; if the platform itself is given up, take"
                                + " the name out of `gone` and sign the step off");
    }
}
