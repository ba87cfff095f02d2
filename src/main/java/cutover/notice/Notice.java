package cutover.notice;

import cutover.runbook.Phase;
import cutover.runbook.Reason;
import cutover.runbook.StepVerdict;
import cutover.runbook.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the team is told of a run. Holds no secret if its parts hold none; see {@link #masked}.
 *
 * @param word the decision in words, or {@code BEGINS}
 * @param place the environment, as people call it
 * @param phase its key; empty when the journal does not tell it
 * @param first the reason to deal with first, or what else is to be said; one sentence
 * @param toDo the next actions, at most two
 * @param links where to read more, the best one first
 */
public record Notice(
        String word,
        Severity severity,
        String run,
        String place,
        String phase,
        String first,
        List<String> toDo,
        List<Link> links) {

    static final String BEGINS = "BEGINS";

    public Notice {
        toDo = toDo.stream().filter(action -> !action.isBlank()).limit(2).toList();
        links = List.copyOf(links);
    }

    /** The first word of a run, by which a broken channel is known before the verdict needs it. */
    public static Notice begins(String run, String place, Phase phase) {
        return new Notice(
                BEGINS,
                Severity.INFO,
                run,
                place,
                phase.key(),
                "Cutover run " + run + " has begun; its verdict will come here.",
                List.of(),
                List.of());
    }

    /** A verdict with its first reason, what to do about that, and how to take its step back. */
    public static Notice of(Verdict verdict, String place, Optional<Phase> phase, List<Link> links) {
        Optional<Reason> first = verdict.first();
        return new Notice(
                verdict.decision().text(),
                Severity.of(verdict.decision()),
                verdict.run(),
                place,
                phase.map(Phase::key).orElse(""),
                first.map(Reason::text).orElse("Nothing stands in the way."),
                Stream.of(
                                first.map(Reason::toDo),
                                first.map(reason -> rollback(verdict, reason))
                                        .filter(line -> !line.isBlank())
                                        .map(line -> "Or take the step back: " + line))
                        .flatMap(Optional::stream)
                        .toList(),
                links);
    }

    /** One line that says it all: "NO-GO · prod · phase live". */
    public String headline() {
        return word + " · " + place + (phase.isEmpty() ? "" : " · phase " + phase);
    }

    /** The same with every text passed through the mask. */
    public Notice masked(UnaryOperator<String> mask) {
        return new Notice(
                word,
                severity,
                run,
                mask.apply(place),
                phase,
                mask.apply(first),
                toDo.stream().map(mask).toList(),
                links.stream()
                        .map(link -> new Link(link.title(), mask.apply(link.target())))
                        .toList());
    }

    private static String rollback(Verdict verdict, Reason reason) {
        return verdict.steps().stream()
                .filter(step -> step.id().equals(reason.step()))
                .map(StepVerdict::rollback)
                .findFirst()
                .orElse("");
    }
}
