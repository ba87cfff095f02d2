package cutover.junit;

import cutover.finding.FindingError;
import java.util.function.Predicate;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells what broke outside of any step: a suite that cannot be built, a verdict that cannot be reached. The build keeps
 * Failsafe's own list of failures from the console, as steps and verdict have told theirs.
 */
public final class OutsideSteps implements TestExecutionListener {

    private boolean silent = true;

    /** Silent outside a run of the build: an IDE and Surefire tell failures themselves. */
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        silent = plan.getConfigurationParameters()
                .get("cutover.run")
                .filter(Predicate.not(String::isBlank))
                .isEmpty();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult ended) {
        if (silent || ended.getStatus() != TestExecutionResult.Status.FAILED) {
            return;
        }
        ended.getThrowable()
                .filter(trouble -> !(trouble instanceof FindingError))
                .ifPresent(trouble ->
                        System.out.println("  " + test.getDisplayName() + " is broken: " + trouble + first(trouble)));
    }

    private static String first(Throwable trouble) {
        StackTraceElement[] trace = trouble.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
