package frontdoor;

import common.Many;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said about a look at all resolvers: one finding for each thing that several of them have in common. */
final class PropagationFindings {

    private static final String NAMES = "config/dns, zones, records with moves";
    private static final String LIST = "config/dns, resolvers and resolver-lists";

    private final Findings findings;
    private final Look look;
    private final Function<List<Moving>, PropagationClock> clock;
    private final int resolvers;
    private final String evidence;

    /** @param clock by which some of the names will be complete */
    PropagationFindings(Workbench bench, Look look, Function<List<Moving>, PropagationClock> clock) {
        this.findings = bench.findings();
        this.look = look;
        this.clock = clock;
        this.resolvers = (int) look.round().answers().stream()
                .map(ResolverAnswer::resolver)
                .distinct()
                .count();
        this.evidence =
                findings.evidence().text("what the resolvers told", table()).path();
    }

    void judged() {
        List<String> behind = look.behind();
        if (!behind.isEmpty()) {
            findings.add(behind(behind));
        }
        if (look.round().nobodyAnswers()) {
            findings.add(nobodyAnswers());
            return;
        }
        if (look.round().complete()) {
            findings.add(complete());
        }
        open().forEach((told, answers) -> told(told, answers));
    }

    private Map<Told, List<ResolverAnswer>> open() {
        List<ResolverAnswer> passedOver = look.round().heardElsewhere();
        if (!passedOver.isEmpty()) {
            findings.add(Finding.met("not asked from here, but at another address of the same operator: "
                    + ResolverRound.who(passedOver)));
        }
        return look.round().open().stream()
                .collect(Collectors.groupingBy(
                        ResolverAnswer::told, () -> new EnumMap<>(Told.class), Collectors.toList()));
    }

    private void told(Told told, List<ResolverAnswer> answers) {
        switch (told) {
            case SILENT, NOT_ASKED, REFUSED -> findings.add(untold(told, answers));
            case FAILED -> findings.add(failed(answers));
            default -> byName(answers).forEach((name, some) -> findings.add(wrong(told, name, some)));
        }
    }

    private Finding behind(List<String> behind) {
        return Finding.unmet(
                        "not all of the zones' own servers tell the records of this phase, so waiting does not help")
                .expected(look.names().stream()
                        .map(name -> name.name() + " " + name.expected(look.phase()))
                        .collect(Collectors.joining("\n")))
                .butWas(Many.told(behind, "\n"))
                .lookAt(NAMES)
                .lookAt(evidence)
                .toDo("correct the zone at these servers; the time until all resolvers follow begins then");
    }

    private Finding complete() {
        long heard = look.round().answers().stream()
                .filter(answer -> answer.told() == Told.NEW)
                .map(ResolverAnswer::resolver)
                .distinct()
                .count();
        String all = "all " + heard + " resolvers have the new records of " + names(look.names());
        PropagationClock whole = clock.apply(look.names());
        return whole.surelyNotBefore()
                .<Finding>map(end -> Finding.unmet("the new records can't have reached everybody yet")
                        .expected("nobody who keeps to the times that were told remembers old data")
                        .butWas(all + "; others: " + told(whole))
                        .lookAt(evidence)
                        .toDo("wait until then, and run again"))
                .orElseGet(() -> Finding.met(all));
    }

    private Finding wrong(Told told, Moving name, List<ResolverAnswer> answers) {
        PropagationClock its = clock.apply(List.of(name));
        boolean waits = told.lags() && look.behind(name).isEmpty();
        String seen = lines(answers) + (waits ? "\n" + told(its) : "");
        return Finding.unmet(told.sentence(name.name()) + " " + count(answers))
                .expected(name.expected(look.phase()))
                .butWas(seen)
                .lookAt(NAMES)
                .lookAt(evidence)
                .toDo(remedy(told, !look.behind(name).isEmpty(), its.notBefore().isPresent()));
    }

    private static String remedy(Told told, boolean behind, boolean running) {
        if (behind) {
            return "correct the zone at its own servers first: as long as one of them tells this, waiting does not help";
        }
        if (told.lags()) {
            return running
                    ? "wait until the time that is shown, then run again; with propagation in config/dns a run waits by"
                            + " itself"
                    : "these resolvers keep data longer than they may: ask their operators to forget the name";
        }
        return told == Told.UNVERIFIED
                ? "look whether the parent has the zone's DS record, and whether its signatures are in time"
                : "see who made the change, or whether these resolvers filter; the zone's own servers have it right";
    }

    private Finding failed(List<ResolverAnswer> answers) {
        boolean all = answers.stream().allMatch(answer -> answer.resolver().validates());
        boolean others = look.round().answers().stream()
                .anyMatch(answer -> !answer.resolver().validates() && answer.told() == Told.NEW);
        String names =
                names(answers.stream().map(ResolverAnswer::name).distinct().toList());
        return Finding.unmet(Told.FAILED.sentence(names) + " " + count(answers))
                .expected("answers with the records of this phase")
                .butWas(lines(answers))
                .lookAt(evidence)
                .toDo(
                        all && others
                                ? "only resolvers that verify signatures fail: look at the zone's DS record at the parent"
                                        + " and at its signatures"
                                : "look first at the zone's own servers, then ask the operator of these resolvers");
    }

    private Finding untold(Told told, List<ResolverAnswer> answers) {
        String names =
                names(answers.stream().map(ResolverAnswer::name).distinct().toList());
        return Finding.unknown(told.sentence(names) + " " + count(answers))
                .expected("what their users see of " + names)
                .because(lines(answers))
                .lookAt(LIST)
                .lookAt(evidence)
                .toDo(
                        told == Told.NOT_ASKED
                                ? "run it from a machine that reaches them; many networks have no IPv6"
                                : "run again; if it stays so, take the resolver off the list, it is no witness");
    }

    private Finding nobodyAnswers() {
        return Finding.unknown("no resolver at all answers this machine")
                .expected("answers of " + resolvers + " resolvers")
                .because(lines(look.round().answers())
                        + (look.own().stream().allMatch(zone -> zone.servers().isEmpty())
                                ? "\nthe zones' own servers do not answer it either"
                                : "\nthe zones' own servers do answer it"))
                .lookAt(LIST)
                .lookAt(evidence)
                .toDo("see whether this machine may ask servers outside at port 53 over UDP; many networks only allow"
                        + " their own resolver");
    }

    private static Map<Moving, List<ResolverAnswer>> byName(List<ResolverAnswer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(ResolverAnswer::name, LinkedHashMap::new, Collectors.toList()));
    }

    /** "2 of 20 resolvers". */
    private String count(List<ResolverAnswer> answers) {
        return answers.stream().map(ResolverAnswer::resolver).distinct().count() + " of " + resolvers + " resolvers";
    }

    private static String told(PropagationClock clock) {
        return clock.told() + (clock.terms().isEmpty() ? "" : "\n" + Many.told(clock.witnesses(), "\n"));
    }

    private static String lines(List<ResolverAnswer> answers) {
        return Many.told(answers.stream().map(ResolverAnswer::line).distinct().toList(), "\n");
    }

    private static String names(List<Moving> names) {
        return names.stream().map(Moving::name).collect(Collectors.joining(", "));
    }

    private String table() {
        List<String> lines = new ArrayList<>();
        look.round()
                .answers()
                .forEach(answer -> lines.add(answer.name().name() + "  " + answer.told() + "  " + answer.line()));
        lines.addAll(look.behind());
        return String.join("\n", lines) + "\n";
    }
}
