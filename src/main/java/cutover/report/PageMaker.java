package cutover.report;

import cutover.finding.Finding;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import cutover.runbook.Phase;
import cutover.runbook.Reason;
import cutover.runbook.RunStarted;
import cutover.runbook.State;
import cutover.runbook.StepLine;
import cutover.runbook.StepVerdict;
import cutover.runbook.TestRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a run into the texts of its page. */
final class PageMaker {

    private final ReportedRun run;
    private final List<StepVerdict> steps;
    private final Exhibits exhibits;
    private final Stages stages;
    private final FindingFacts findings;

    PageMaker(ReportedRun run, EvidenceSource source) {
        this.run = run;
        this.steps = run.verdict().steps();
        this.exhibits = new Exhibits(source, steps);
        this.findings = new FindingFacts(place -> exhibits.anchor(place).map(anchor -> "#" + anchor));
        this.stages = new Stages(steps, run.started().map(RunStarted::phase));
    }

    Page page() {
        Waterfall waterfall = new Waterfall(steps);
        return new Page(
                run.verdict().decision().text(),
                Sign.of(run.verdict().decision()).style(),
                run.started().map(PageMaker::place).orElse("the journal does not say what was looked at"),
                new Tally(run.verdict()).told(),
                notes(),
                run.verdict().reasons().stream().map(this::todo).toList(),
                run.compared().map(compared -> Since.of(compared, run.zone())).stream()
                        .toList(),
                Arrays.stream(Phase.values())
                        .map(this::band)
                        .flatMap(Optional::stream)
                        .toList(),
                waterfall.bars(),
                waterfall.ticks(),
                facts(),
                run.acceptedWeaknesses().stream().map(Printable::line).toList(),
                stages.all(),
                run.window().map(window -> new GoingBack(window, run.zone()).panel()).stream()
                        .toList());
    }

    private static String place(RunStarted start) {
        return Printable.line(start.environment() + " · " + start.host() + " · phase "
                + start.phase().key());
    }

    private List<String> notes() {
        return Stream.concat(
                        run.journal().damage().stream(),
                        run.journal().cut().isEmpty()
                                ? Stream.of()
                                : Stream.of("the last line of the journal was cut: "
                                        + run.journal().cut()))
                .map(Printable::line)
                .toList();
    }

    private Page.Todo todo(Reason reason) {
        String rollback = steps.stream()
                .filter(step -> step.id().equals(reason.step()))
                .map(StepVerdict::rollback)
                .findFirst()
                .orElse("");
        return new Page.Todo(
                reason.step(),
                Printable.line(reason.sentence()),
                Printable.line(reason.toDo()),
                rollback,
                !reason.weight().isDecisive());
    }

    private Optional<Page.Band> band(Phase phase) {
        List<Page.Row> rows = steps.stream()
                .filter(step -> step.line().home() == phase)
                .map(this::row)
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Page.Band(stages.stage(phase), rows));
    }

    private Page.Row row(StepVerdict step) {
        StepLine line = step.line();
        boolean open = step.state() == State.UNMET || step.state() == State.UNKNOWN || step.state() == State.FLAKY;
        return new Page.Row(
                line.id(),
                line.line(),
                Sign.of(step.state()).style(),
                step.state().text(),
                step.tests().isEmpty() ? "" : Times.told(step.took()),
                line.owner(),
                line.how().key(),
                line.blocking(),
                line.writes(),
                open,
                Printable.line(step.toDo()),
                step.open().stream().anyMatch(finding -> toDo(finding).equals(step.toDo())),
                line.rollback(),
                new PeopleSaid(step).lines(),
                step.tests().stream().map(this::attempt).toList(),
                step.evidence().stream().map(exhibits::of).toList(),
                new Strip(step, run.earlier()).shown(run.started().map(RunStarted::at), run.zone()));
    }

    private static String toDo(Finding finding) {
        return finding.fold(met -> "", Unmet::toDo, Unknown::toDo);
    }

    private Page.Attempt attempt(TestRun test) {
        return new Page.Attempt(
                Printable.line(test.name()),
                Sign.of(test.state()).style(),
                test.state().text(),
                Times.told(test.took()),
                test.findings().stream().map(findings::of).toList());
    }

    private List<Page.Fact> facts() {
        List<Page.Fact> facts = new ArrayList<>();
        facts.add(fact("Run", run.verdict().run()));
        run.started().ifPresent(start -> {
            facts.add(fact("Environment", start.environment() + (start.rehearsal() ? " (rehearsal)" : "")));
            facts.add(fact("Host", start.host()));
            facts.add(fact("Phase", start.phase().key() + ", " + start.phase().title()));
            facts.add(fact("Narrowed", start.narrowed().isEmpty() ? "no" : start.narrowed()));
            facts.add(fact("Began", Times.told(start.at(), run.zone())));
            run.lastSeen().ifPresent(end -> {
                facts.add(fact("Last entry", Times.told(end, run.zone())));
                facts.add(fact("Took", Times.told(Duration.between(start.at(), end))));
            });
            start.versions().forEach((name, version) -> facts.add(fact(name, version)));
        });
        return facts;
    }

    private static Page.Fact fact(String label, String value) {
        return new Page.Fact(Printable.line(label), Printable.line(value));
    }
}
