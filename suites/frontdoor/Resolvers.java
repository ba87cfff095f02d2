package frontdoor;

import cutover.environment.front.Dns;
import cutover.environment.front.Resolver;
import cutover.junit.Workbench;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Transport;
import java.util.ArrayList;
import java.util.List;

/** The resolvers of the configuration, all asked at once, as their users ask. */
final class Resolvers {

    private final Workbench bench;
    private final Dns dns;

    Resolvers(Workbench bench) {
        this.bench = bench;
        this.dns = bench.outside().dns().orElseThrow();
    }

    List<Resolver> all() {
        return dns.resolvers();
    }

    /** What each tells of each name. */
    ResolverRound round(List<Moving> names) {
        List<Query> queries = new ArrayList<>();
        for (Resolver resolver : all()) {
            names.forEach(name -> name.questions().forEach(one -> queries.add(query(resolver, name, one))));
        }
        List<DnsObservation> seen = bench.outside().names().askAll(queries);
        List<ResolverAnswer> answers = new ArrayList<>();
        int at = 0;
        for (Resolver resolver : all()) {
            for (Moving name : names) {
                int questions = name.questions().size();
                answers.add(ResolverAnswer.of(resolver, name, bench.phase(), seen.subList(at, at + questions)));
                at += questions;
            }
        }
        return new ResolverRound(answers);
    }

    /** Each question of each resolver; the resolvers in their order, for each its questions. */
    List<DnsObservation> ask(List<Question> questions) {
        return bench.outside()
                .names()
                .askAll(all().stream()
                        .flatMap(resolver -> questions.stream().map(one -> Query.recursive(server(resolver), one)))
                        .toList());
    }

    private Query query(Resolver resolver, Moving name, Question question) {
        // the word that signatures were verified comes only to those who ask for them
        boolean signatures = resolver.validates() && name.zone().signed();
        return new Query(server(resolver), question, Transport.UDP, true, signatures);
    }

    private NameServer server(Resolver resolver) {
        return bench.outside().server(resolver.name(), resolver.address());
    }
}
