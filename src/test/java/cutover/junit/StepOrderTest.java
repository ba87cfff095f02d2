package cutover.junit;

import static cutover.junit.Findings.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.Finding;
import cutover.runbook.Entry;
import cutover.runbook.Progress;
import cutover.runbook.State;
import cutover.runbook.StepFinished;
import cutover.runbook.StepStarted;
import cutover.runbook.StepVerdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Steps that come after others, in runs whose tests are executed at the same time. */
@Timeout(60)
class StepOrderTest {

    private static final Map<String, String> TWO_AT_ONCE = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
    private static final String STEP = "  - {id: %s, phases: [uat], line: line %s, how: auto, blocking: true,"
            + " owner: operations, when-unmet: Look., after: [%s]}\n";

    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
        runs.write(
                "config/runbook.yaml",
                "steps:\n" + STEP.formatted("L5", "L5", "") + STEP.formatted("L6", "L6", "L5")
                        + STEP.formatted("L7", "L7", "L6"));
    }

    @Test
    void whatComesAfterAnUnmetStepIsNotRunAndSaysSo() {
        runs.run("held", TWO_AT_ONCE, First.Unmet.class, Second.class, Third.class);

        assertThat(ended("held")).containsExactly("L5");
        assertThat(of("held", Progress.class).map(Progress::text))
                .containsExactlyInAnyOrder(
                        "not run: it comes after L5, which is not met", "not run: it comes after L6, which is not met");
        Gate.Judged judged = runs.judged("held");
        assertThat(judged.verdict().steps())
                .extracting(StepVerdict::state)
                .containsExactly(State.UNMET, State.NOT_RUN, State.NOT_RUN);
        assertThat(judged.told())
                .contains(
                        "- L6: not run, it comes after L5, which is not met: line L6",
                        "- L7: not run, it comes after L6, which is not met: line L7");
    }

    @Test
    void whatComesAfterAMetStepWaitsForItsEndThoughMoreWaitThanThreadsAreThere() {
        runs.run("waits", TWO_AT_ONCE, Third.class, Second.class, First.Met.class);

        assertThat(ended("waits").subList(0, 2)).containsExactly("L5", "L5");
        assertThat(ended("waits")).hasSize(9).endsWith("L7");
        List<Entry> journal = runs.journal("waits");
        assertThat(journal.indexOf(of("waits", StepStarted.class)
                        .filter(started -> started.step().equals("L6"))
                        .findFirst()
                        .orElseThrow()))
                .isGreaterThan(lastEnd(journal, "L5"));
        assertThat(runs.judged("waits").isGo()).isTrue();
    }

    @Test
    void whatNobodyCouldTellHoldsNothingUp() {
        runs.run("dark", TWO_AT_ONCE, First.CannotTell.class, Second.class, Third.class);

        assertThat(ended("dark")).contains("L6", "L7");
    }

    @Test
    void aStepThatIsNotLookedAtHoldsNothingUp() {
        runs.run("selected", withSteps("L6"), First.Unmet.class, Second.class);
        runs.run("absent", TWO_AT_ONCE, Second.class);

        assertThat(ended("selected")).containsOnly("L6");
        assertThat(ended("absent")).containsOnly("L6");
    }

    @Test
    void aSuiteThatCannotBePreparedHoldsNothingUp() {
        runs.run("unprepared", TWO_AT_ONCE, First.Unprepared.class, Second.class);

        assertThat(ended("unprepared")).contains("L6");
    }

    @Test
    void oneAfterTheOtherNobodyWaits() {
        runs.run("alone", Map.of(), Third.class, Second.class, First.Met.class);

        assertThat(ended("alone")).hasSize(9);
    }

    @Test
    void whatNeverEndsIsGivenUp() throws InterruptedException {
        Ledger ledger = new Ledger(Map.of("L5", Set.of("a", "b")), Duration.ofMillis(20));
        ledger.ended("a");
        java.util.concurrent.ForkJoinPool pool = new java.util.concurrent.ForkJoinPool(1);
        try {
            assertThat(pool.submit(() -> ledger.after("L5")).join()).isEqualTo(Ledger.Way.STILL_RUNNING);
            ledger.ended("b");
            assertThat(pool.submit(() -> ledger.after("L5")).join()).isEqualTo(Ledger.Way.FREE);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Map<String, String> withSteps(String steps) {
        Map<String, String> all = new java.util.HashMap<>(TWO_AT_ONCE);
        all.put("cutover.steps", steps);
        return all;
    }

    private static int lastEnd(List<Entry> journal, String step) {
        int last = -1;
        for (int i = 0; i < journal.size(); i++) {
            if (journal.get(i) instanceof StepFinished finished
                    && finished.step().equals(step)) {
                last = i;
            }
        }
        return last;
    }

    private List<String> ended(String run) {
        return of(run, StepFinished.class).map(StepFinished::step).toList();
    }

    private <E extends Entry> Stream<E> of(String run, Class<E> type) {
        return runs.journal(run).stream().filter(type::isInstance).map(type::cast);
    }

    private static void meet(Workbench bench) {
        assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
    }

    static class First {
        static class Met {
            @Step("L5")
            void one(Workbench bench) {
                meet(bench);
            }

            @Step("L5")
            void two(Workbench bench) {
                meet(bench);
            }
        }

        static class Unmet {
            @Step("L5")
            void one(Workbench bench) {
                assertThat(bench.findings().add(Finding.unmet("it is not there")))
                        .areAllMet();
            }
        }

        static class CannotTell {
            @Step("L5")
            void one(Workbench bench) {
                assertThat(bench.findings().add(Finding.unknown("nobody could look")))
                        .areAllMet();
            }
        }

        static class Unprepared {
            Unprepared() {
                throw new IllegalStateException("no suite");
            }

            @Step("L5")
            void one(Workbench bench) {
                meet(bench);
            }
        }
    }

    static class Second {
        @Step("L6")
        void one(Workbench bench) {
            meet(bench);
        }

        @Step("L6")
        void two(Workbench bench) {
            meet(bench);
        }

        @Step("L6")
        void three(Workbench bench) {
            meet(bench);
        }

        @Step("L6")
        void four(Workbench bench) {
            meet(bench);
        }
    }

    static class Third {
        @Step("L7")
        void one(Workbench bench) {
            meet(bench);
        }

        @Step("L7")
        void two(Workbench bench) {
            meet(bench);
        }

        @Step("L7")
        void three(Workbench bench) {
            meet(bench);
        }
    }
}
