package cutover.junit;

import cutover.drill.Choice;
import cutover.drill.Drill;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import cutover.runbook.StepLine;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** By how much of the phase {@code rolledback} each drill proves that the old site is back. */
enum Proves {
    /** by the steps that its file names */
    NAMED(""),
    /** by all of them, whatever its file names */
    ALL("all");

    private final String word;

    Proves(String word) {
        this.word = word;
    }

    /** @throws IllegalArgumentException for a word that is none */
    static Proves named(String word) {
        return Arrays.stream(values())
                .filter(proves -> proves.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-Dproves=" + word
                        + " says nothing; say -Dproves=all to have each drill prove the whole phase rolledback, or leave it"
                        + " out to have it prove the steps that its file names"));
    }

    /**
     * The drill with each step named that it has to prove: of the phase, those that a test verifies and the drill does not call
     * needless.
     *
     * @param suite any suite; the tests of all that lie beside it count
     */
    Drill of(Drill drill, Runbook runbook, Class<?> suite) {
        if (drill.decision() == Choice.STAY || this == NAMED && !drill.proves().isEmpty()) {
            return drill;
        }
        return drill.proving(tested(runbook, StepTests.beside(suite).steps()));
    }

    private static List<String> tested(Runbook runbook, Set<String> tested) {
        return runbook.of(Phase.ROLLEDBACK).stream()
                .map(StepLine::id)
                .filter(tested::contains)
                .toList();
    }
}
