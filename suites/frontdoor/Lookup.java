package frontdoor;

import cutover.junit.Outside;
import cutover.probe.dns.Answered;
import cutover.probe.dns.Cut;
import cutover.probe.dns.DelegationObservation;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Served;
import java.util.List;
import java.util.Optional;

/** Looks names up from the root along their aliases, past every cache, at servers that answer with authority. */
final class Lookup {

    private static final int MOST_ALIASES = 8;

    private final Outside outside;

    Lookup(Outside outside) {
        this.outside = outside;
    }

    /** What the name, or the end of its aliases, has of that type. */
    Sought of(String name, String type) {
        return of(new Question(name, type), MOST_ALIASES);
    }

    private Sought of(Question question, int aliases) {
        if (aliases == 0) {
            return Sought.none(Sought.Kind.UNTOLD, question.name(), "more than " + MOST_ALIASES + " aliases");
        }
        DelegationObservation walk = outside.delegation().walk(question.name());
        Optional<Answered> answer =
                walk.ending() == DelegationObservation.Ending.FOUND ? answer(walk, question) : Optional.empty();
        Optional<String> alias = answer.flatMap(Lookup::alias);
        return alias.map(next -> of(new Question(next, question.type()), aliases - 1))
                .orElseGet(() -> answer.map(Lookup::end).orElseGet(() -> nowhere(walk)));
    }

    /** One that denies nothing is taken before one that does: a stale server must not make a name look gone. */
    private Optional<Answered> answer(DelegationObservation walk, Question question) {
        List<Query> queries = walk.last().map(Cut::servers).orElse(List.of()).stream()
                .filter(Served::authoritative)
                .map(each -> Query.authoritative(each.server(), question))
                .toList();
        List<DnsObservation> seen = outside.names().askAll(queries);
        List<Answered> answers = new RecordsSeen(seen).answers().getOrDefault(question, List.of());
        return answers.stream()
                .filter(each -> !each.answer().isEmpty())
                .findFirst()
                .or(() -> answers.stream().findFirst());
    }

    private static Optional<String> alias(Answered answer) {
        List<String> chain = answer.chain();
        boolean leads = chain.size() > 1 && answer.records().isEmpty();
        return leads ? Optional.of(chain.get(chain.size() - 1)) : Optional.empty();
    }

    private static Sought end(Answered answer) {
        String name = answer.chain().get(answer.chain().size() - 1);
        if (answer.nxdomain()) {
            return Sought.none(
                    Sought.Kind.NO_SUCH_NAME, name, ZoneDesk.told(answer.server()) + " answers " + answer.rcode());
        }
        return answer.records().isEmpty()
                ? Sought.none(Sought.Kind.NOTHING_OF_THE_TYPE, name, "no record of the type")
                : new Sought(Sought.Kind.FOUND, name, answer.records(), "found");
    }

    private static Sought nowhere(DelegationObservation walk) {
        return switch (walk.ending()) {
            case NO_SUCH_NAME -> Sought.none(Sought.Kind.NO_SUCH_NAME, walk.name(), walk.detail());
            case LIMIT -> Sought.none(Sought.Kind.UNTOLD, walk.name(), walk.detail());
            case DEAD_END ->
                Sought.none(
                        walk.cuts().isEmpty() ? Sought.Kind.UNTOLD : Sought.Kind.NOBODY_ANSWERS,
                        walk.name(),
                        walk.detail());
            case FOUND ->
                Sought.none(
                        Sought.Kind.NOBODY_ANSWERS,
                        walk.name(),
                        "no server of " + walk.zone() + " answers the question with authority");
        };
    }
}
