package frontdoor;

import cutover.environment.front.RecordSet;
import cutover.environment.front.Resolver;
import cutover.finding.Finding;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Transport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether parent and zone agree on signatures, and whether those verify; where they do not, the zone is dead for many. */
final class Signatures {

    private final ZoneDesk desk;

    Signatures(ZoneDesk desk) {
        this.desk = desk;
    }

    /** @param parents servers of the zone above; none where it still points elsewhere */
    void judged(List<NameServer> parents, List<NameServer> servers) {
        if (parents.isEmpty()) {
            return;
        }
        SetsSeen published = seen(parents, "DS");
        boolean keys = seen(servers, "DNSKEY").sets().keySet().stream().anyMatch(set -> !set.isEmpty());
        if (published.sets().isEmpty()) {
            desk.findings().add(untold(parents));
        } else if (!desk.zone().signed()) {
            unsigned(published, keys);
        } else {
            listed(published);
            signed(published);
            verified();
        }
    }

    private SetsSeen seen(List<NameServer> servers, String type) {
        Question question = new Question(desk.name(), type);
        return new SetsSeen(
                new RecordsSeen(desk.ask(servers, List.of(question))).answers().getOrDefault(question, List.of()));
    }

    private Finding untold(List<NameServer> parents) {
        return Finding.unknown("whether " + desk.name() + " is said to be signed can't be told")
                .expected("an answer about the DS record from the servers above")
                .because("no usable answer from " + ZoneDesk.told(parents));
    }

    private void unsigned(SetsSeen published, boolean keys) {
        boolean none = published.sets().keySet().equals(Set.of(Set.of()));
        Finding otherwise = keys
                ? Finding.unmet(desk.name() + " is signed, and the configuration says that it is not")
                        .expected("no DS record above " + desk.name())
                        .butWas(published.told())
                        .lookAt(ZoneDesk.CONFIG + desk.name() + ", signed")
                        .toDo("set signed to true if that is right: then the signatures are looked at too")
                : Finding.unmet("a DS record was left behind: above, " + desk.name()
                                + " is said to be signed, and it is not")
                        .expected("no DS record above " + desk.name())
                        .butWas(published.told())
                        .lookAt(ZoneDesk.CONFIG + desk.name() + ", signed")
                        .toDo(
                                "take the DS record away at the registrar: until then the zone does not exist for resolvers"
                                        + " that verify signatures, and for one TTL of the DS record after that");
        desk.findings().expect(none, desk.name() + " is not said to be signed", otherwise);
    }

    private void listed(SetsSeen published) {
        List<RecordSet> expected =
                desk.expected().stream().filter(set -> set.type().equals("DS")).toList();
        if (!expected.isEmpty()) {
            new RecordRule(desk, new Question(desk.name(), "DS"), expected).judge(published);
        }
    }

    private void signed(SetsSeen published) {
        boolean all = published.sets().keySet().stream().noneMatch(Set::isEmpty);
        desk.findings()
                .expect(
                        all,
                        desk.name() + " is said to be signed by the zone above",
                        Finding.unmet("above, " + desk.name() + " is not said to be signed")
                                .expected("its DS record at all servers of the zone above")
                                .butWas(published.told())
                                .lookAt(ZoneDesk.CONFIG + desk.name() + ", signed")
                                .toDo("publish the DS record at the registrar; without it nobody verifies signatures"));
    }

    private void verified() {
        List<Resolver> verifying =
                desk.dns().resolvers().stream().filter(Resolver::validates).toList();
        List<Query> queries = verifying.stream()
                .map(each -> desk.bench().outside().server(each.name(), each.address()))
                .map(server -> new Query(server, new Question(desk.name(), "SOA"), Transport.UDP, true, true))
                .toList();
        List<DnsObservation> seen = desk.bench().outside().names().askAll(queries);
        List<Answered> answers = seen.stream()
                .flatMap(each -> each.fold(answer -> List.of(answer), silent -> List.<Answered>of()).stream())
                .filter(answer -> answer.noerror() || answer.servfail())
                .toList();
        if (answers.isEmpty()) {
            desk.findings().add(nobodyVerifies(seen));
        }
        answers.forEach(this::verified);
    }

    private Finding nobodyVerifies(List<DnsObservation> seen) {
        return Finding.unknown("whether the signatures of " + desk.name() + " verify can't be told")
                .expected("an answer of at least one resolver that verifies signatures")
                .because(
                        seen.isEmpty()
                                ? "no resolver in config/dns has validates: true"
                                : seen.stream()
                                        .map(each -> ZoneDesk.told(each.server()) + ": " + each.outcome())
                                        .collect(Collectors.joining("; ")))
                .toDo("name a resolver that verifies and that this machine may ask");
    }

    private void verified(Answered answer) {
        if (answer.noerror()) {
            desk.findings()
                    .expect(
                            answer.ad(),
                            desk.name() + " verifies at " + ZoneDesk.told(answer.server()),
                            Finding.unmet(desk.name() + " is not verified at " + ZoneDesk.told(answer.server()))
                                    .expected("the flag AD, which says that all signatures were verified")
                                    .butWas("NOERROR without AD")
                                    .toDo(
                                            "look for a missing DS record, or a resolver that does not verify after all"));
            return;
        }
        DnsObservation unchecked =
                desk.bench().outside().names().ask(answer.query().withoutChecking());
        boolean there = unchecked.fold(Answered::noerror, silent -> false);
        desk.findings().add(there ? broken(answer) : deadEitherWay(answer, unchecked));
    }

    private Finding broken(Answered answer) {
        return Finding.unmet("the signatures of " + desk.name() + " do not verify at " + ZoneDesk.told(answer.server()))
                .expected("NOERROR and the flag AD")
                .butWas("SERVFAIL; NOERROR as soon as it is told not to check (CD)")
                .lookAt("https://dnsviz.net/d/" + desk.name() + "/dnssec/")
                .toDo("see whether the signatures have run out or the key was changed without the DS record: until then"
                        + " the zone does not exist for everybody behind such resolvers");
    }

    private Finding deadEitherWay(Answered answer, DnsObservation unchecked) {
        return Finding.unknown("whether the signatures of " + desk.name() + " verify can't be told at "
                        + ZoneDesk.told(answer.server()))
                .expected("NOERROR and the flag AD")
                .because("SERVFAIL, and " + unchecked.outcome() + " without checking too")
                .toDo("see first whether the zone's servers answer at all");
    }
}
