package cutover.junit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Keeps a {@link Ledger} of the tests that JUnit is about to execute, in the session's store. */
public final class StepOrder implements LauncherSessionListener {

    private static final Duration LONGEST = Duration.ofHours(2);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(new Keeper(session.getStore()));
    }

    /** One for each execution, as a session may have several. */
    private static final class Keeper implements TestExecutionListener {

        private final NamespacedHierarchicalStore<Namespace> store;
        private TestPlan plan;
        private Ledger ledger;

        Keeper(NamespacedHierarchicalStore<Namespace> store) {
            this.store = store;
        }

        @Override
        public void testPlanExecutionStarted(TestPlan started) {
            plan = started;
            Map<String, Set<String>> tests = new TreeMap<>();
            started.getRoots().stream()
                    .flatMap(root -> started.getDescendants(root).stream())
                    .forEach(test -> stepOf(test)
                            .ifPresent(step -> tests.computeIfAbsent(step, fresh -> new TreeSet<>())
                                    .add(test.getUniqueId())));
            ledger = new Ledger(tests, LONGEST);
            store.put(RunStore.SESSION, RunStore.LEDGER, ledger);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult how) {
            ended(test);
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            ended(test);
        }

        /** A class that could not be prepared ends without a word about its tests. */
        private void ended(TestIdentifier test) {
            Stream.concat(Stream.of(test), plan.getDescendants(test).stream())
                    .forEach(each -> ledger.ended(each.getUniqueId()));
        }

        private static Optional<String> stepOf(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(MethodSource.class::cast)
                    .map(source -> source.getJavaMethod().getAnnotation(Step.class))
                    .map(Step::value);
        }
    }
}
