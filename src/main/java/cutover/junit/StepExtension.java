package cutover.junit;

import cutover.finding.Finding;
import cutover.finding.FindingError;
import cutover.runbook.Outcome;
import cutover.runbook.StepLine;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Runs the tests that name a step: picks those of the phase, hands them a workbench, and journals how each ended. */
final class StepExtension implements ExecutionCondition, ParameterResolver, InvocationInterceptor {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(StepExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            return ConditionEvaluationResult.enabled("a step's test decides for itself");
        }
        if (!RunStore.opened(context).problem().isEmpty()) {
            // failing each test would tell the same again and again; the verdict fails, once
            return ConditionEvaluationResult.disabled("the run could not start");
        }
        Run run = RunStore.run(context);
        String step = stepOf(context);
        if (run.line(step).filter(line -> line.phases().contains(run.phase())).isEmpty()) {
            return ConditionEvaluationResult.disabled(
                    "step " + step + " is no part of phase " + run.phase().key());
        }
        if (!run.selected(step)) {
            return ConditionEvaluationResult.disabled("step " + step + " was not selected");
        }
        return heldUp(run, RunStore.ledger(context), step)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("step " + step + " belongs to the run"));
    }

    /** Why the step is not run, after waiting for all that it comes after. */
    private static Optional<String> heldUp(Run run, Ledger ledger, String step) {
        for (String earlier : run.line(step).map(StepLine::after).orElse(List.of())) {
            Ledger.Way way = ledger.after(earlier);
            if (way != Ledger.Way.FREE) {
                String why = "not run: it comes after " + earlier + ", which "
                        + (way == Ledger.Way.BARRED ? "is not met" : "has not ended");
                if (ledger.bar(step)) {
                    run.told(step, why);
                }
                return Optional.of(why);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Workbench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return workbench(context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Run run = RunStore.run(context);
        Workbench bench = workbench(context);
        String step = stepOf(context);
        String name = StepNames.sentence(method.getExecutable().getName());
        Instant start = run.clock().instant();
        run.started(step, context.getUniqueId(), name);
        Outcome outcome = Outcome.BROKEN;
        List<Finding> findings = List.of();
        try {
            invocation.proceed();
            List<Finding> found = bench.findings().all();
            findings = found.isEmpty() ? List.of(nothingFound(step)) : found;
            outcome = outcomeOf(found);
        } catch (FindingError e) {
            findings = e.findings();
            outcome = outcomeOf(findings);
            throw e;
        } catch (TestAbortedException e) {
            findings = withOwnTrouble(bench, step, e);
            outcome = Outcome.ABORTED;
            throw new Speakable(run.masker()).abortion(e);
        } catch (Throwable e) {
            findings = withOwnTrouble(bench, step, e);
            outcome = Outcome.BROKEN;
            throw new Speakable(run.masker()).failure(e);
        } finally {
            bench.close();
            if (findings.stream().anyMatch(Finding::isUnmet)) {
                RunStore.ledger(context).bar(step);
            }
            run.finished(
                    step,
                    context.getUniqueId(),
                    name,
                    outcome,
                    findings,
                    Duration.between(start, run.clock().instant()));
        }
        if (outcome != Outcome.MET) {
            throw new FindingError(findings);
        }
    }

    private static Outcome outcomeOf(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Outcome.BROKEN;
        }
        if (findings.stream().anyMatch(Finding::isUnmet)) {
            return Outcome.UNMET;
        }
        return findings.stream().allMatch(Finding::isMet) ? Outcome.MET : Outcome.UNKNOWN;
    }

    private static List<Finding> withOwnTrouble(Workbench bench, String step, Throwable trouble) {
        bench.findings()
                .add(Finding.unknown("the test of step " + step + " itself failed")
                        .expected("a test that can tell whether the step is met")
                        .because(String.valueOf(trouble))
                        .toDo("this is a defect of the suite, not of the site: look at the stack trace in the test's"
                                + " report, and look at the step yourself meanwhile"));
        return bench.findings().all();
    }

    private static Finding nothingFound(String step) {
        return Finding.unknown("the test of step " + step + " looked at nothing")
                .expected("at least one finding")
                .because("the test ended without adding one");
    }

    private static Workbench workbench(ExtensionContext context) {
        Run run = RunStore.run(context);
        String step = stepOf(context);
        return context.getStore(HERE)
                .getOrComputeIfAbsent(
                        Workbench.class,
                        key -> run.workbench(
                                step,
                                context.getUniqueId(),
                                run.line(step).map(StepLine::whenUnmet).orElse("")),
                        Workbench.class);
    }

    private static String stepOf(ExtensionContext context) {
        return context.getRequiredTestMethod().getAnnotation(Step.class).value();
    }
}
