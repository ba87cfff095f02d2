package frontdoor;

import common.Answers;
import cutover.environment.Site;
import cutover.environment.front.Dns;
import cutover.environment.front.NumericAddress;
import cutover.environment.front.RecordSet;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.NoAnswer;
import cutover.runbook.Phase;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * After a rollback nobody is served by the new host any more: neither at the platform's own address, nor at the addresses
 * that its name had, which resolvers, connections that are kept open, and programs remember. Whoever gets there is sent to
 * the old host or refused; two applications that take what people write are worse than one that refuses.
 */
final class NewHostRetired {

    private static final int HTTPS = 443;

    private final Workbench bench;
    private final Site retired;

    /** @param bench before the site that was left again */
    NewHostRetired(Workbench bench) {
        this.bench = bench;
        this.retired = bench.site();
    }

    void judged() {
        new TemporaryAddress(bench).judged();
        List<String> former =
                bench.outside().dns().stream().flatMap(this::former).distinct().toList();
        if (former.isEmpty()) {
            bench.findings()
                    .progress(
                            "where " + retired.host() + " led before the way back is not known here, so that nobody is"
                                    + " asked there: config/dns has no values of it for the phase live, and this run did"
                                    + " not see the way back, as a guided one does");
        }
        former.forEach(this::judge);
    }

    /**
     * The addresses of its name in phase live, aliases followed, and those at which people were when the way back began;
     * without those that the name still has.
     */
    private Stream<String> former(Dns dns) {
        List<String> now = values(dns, Phase.ROLLEDBACK).toList();
        return Stream.concat(values(dns, Phase.LIVE), seen()).filter(address -> !now.contains(address));
    }

    /** Where the configuration has a pattern, only who was there knows them. */
    private Stream<String> seen() {
        return bench.keptVisits().stream()
                .filter(visit -> visit.site().equals(retired))
                .map(visit -> Numbers.shortened(visit.address().getHostAddress()));
    }

    private Stream<String> values(Dns dns, Phase phase) {
        return dns.zones().stream()
                .flatMap(zone -> zone.in(phase).stream()
                        .filter(set -> set.fullName(zone.name()).equals(retired.host())))
                .flatMap(this::addresses);
    }

    private Stream<String> addresses(RecordSet set) {
        return switch (set.type()) {
            case "A", "AAAA" -> set.values().stream();
            case "CNAME" ->
                set.values().stream().flatMap(target -> new WhereNamesLead(bench).of(target).addresses().stream());
            default -> Stream.of();
        };
    }

    private void judge(String address) {
        Optional<InetSocketAddress> reach = bench.outside().reach(NumericAddress.of(address), HTTPS);
        if (reach.isEmpty()) {
            bench.findings().progress(address + " is left alone: no pin of the rehearsal leads there");
            return;
        }
        bench.findings().progress("asking for " + retired.host() + " at " + address + ", where it was");
        URI page = URI.create(retired.origin() + bench.application().health().path() + "?cutover=" + bench.marker());
        bench.findings()
                .add(bench.outside()
                        .at(reach.get())
                        .get(page)
                        .fold(answer -> answered(address, answer), none -> silent(address, none)));
    }

    private Finding answered(String address, Answered answer) {
        if (answer.text().contains(bench.application().health().body())) {
            return unmet(address, "still serves the application", answer);
        }
        if (answer.isRedirect() && !leadsBack(answer)) {
            return unmet(
                    address, "sends people elsewhere than to " + bench.home().host(), answer);
        }
        return answer.status() >= 500
                ? unmet(address, "answers with an error of its own", answer)
                : Finding.met("who still comes to the new host at " + address + " is "
                        + (answer.isRedirect() ? "sent back" : "refused with " + answer.status()));
    }

    private boolean leadsBack(Answered answer) {
        URI asked = answer.sent().uri();
        String wanted = bench.home().origin() + asked.getRawPath() + "?" + asked.getRawQuery();
        return answer.header("Location").filter(wanted::equals).isPresent();
    }

    private Unmet unmet(String address, String does, Answered answer) {
        return Finding.unmet("the new host " + does + " at " + address + ", where its name led until the rollback")
                .expected("a refusal, or a redirect to " + bench.home().host() + " with path and query")
                .butWas(Exchanges.line(answer)
                        + answer.header("Location")
                                .map(to -> "\nLocation: " + to)
                                .orElse("")
                        + Answers.hint(answer))
                .lookAt(Answers.url(answer))
                .lookAt("config/dns, zones, the records of " + retired.host() + " for the phase live")
                .toDo("let the name lead, at the new platform, to what only redirects to "
                        + bench.home().host()
                        + " (API Gateway: the custom domain's base path mapping), and undeploy when there is time: what"
                        + " people write there is missing on the old side");
    }

    /** Closed is as good as refused; who waits in vain for an answer is neither. */
    private Finding silent(String address, NoAnswer none) {
        if (none.kind() == NoAnswer.Kind.UNREACHABLE) {
            return Finding.unknown("nobody could be asked for the new host at " + address)
                    .expected("a way to the addresses that its name had")
                    .because(none.detail())
                    .toDo("look at this machine's network first; then run again");
        }
        return none.kind() == NoAnswer.Kind.TIMED_OUT
                ? Finding.unmet("the new host keeps people waiting at " + address
                                + ", where its name led until the rollback")
                        .expected("a refusal, or a redirect to " + bench.home().host())
                        .butWas(none.detail())
                        .lookAt(none.sent().uri().toString())
                        .toDo("let it refuse at once: browsers that remember the address hang")
                : Finding.met("who still comes to the new host at " + address + " finds nobody: "
                        + Answers.words(none.kind()));
    }
}
