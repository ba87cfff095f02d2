package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.drill.Guided;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guided rollback on the twin, in which its levers, or a test, are the person. */
class GuidedRollbackTest {

    @TempDir
    private Path folder;

    private final Map<String, String> said = new TreeMap<>(Map.of("cutover.phase", "rolledback"));

    @Test
    void whoeverDoesWhatIsSaidIsSeenToBeBack() {
        List<String> done = new java.util.ArrayList<>();
        GuidedRollback guided = new GuidedRollback(settings(), "before-redirect", (scene, drill) -> action -> {
            done.add(action.lever());
            new TwinPerson(scene, drill).accept(action);
        });

        guided.run(GuidedRollbackTest.class);

        Guided notes = new Guided(new GuideBook(settings().runFolder()).notes());
        assertThat(done).containsExactly("", "new-tasks", "old-tasks");
        assertThat(notes.finding().isMet()).isTrue();
        assertThat(notes.table()).hasSize(3).last().asString().contains("seen after");
        assertThat(KeptRun.left(folder.resolve("guided-rolledback"), Run.JOURNAL))
                .as("no name has moved, so that none can be looked at")
                .contains("\"R0\"", "\"R2\"", "\"L6\"")
                .doesNotContain("\"R1\"", "\"R3\"", "\"R13\"");
        assertThat(FailureText.of(guided.judge(GuidedRollbackTest.class)))
                .contains("PARTIAL", "only the steps L6, L9, R0")
                .doesNotContain("NO-GO");
    }

    @Test
    void aDrillThatNobodyKnowsIsToldWithThoseThatThereAre() {
        assertThat(refused("no-such-drill"))
                .contains("-Dguided names no-such-drill; config/drills has ", "after-launch", "corrupted-data");
    }

    @Test
    void anotherPhaseIsRefused() {
        said.put("cutover.phase", "live");

        assertThat(refused("after-launch"))
                .contains("-Dguided leads back, so that it wants -Dphase=rolledback; this says -Dphase=live");
    }

    @Test
    void aNarrowedLookAtTheWholeIsRefused() {
        said.put("cutover.steps", "R1");

        assertThat(refused("after-launch")).contains("this narrows it: only the steps R1");
    }

    private String refused(String drill) {
        GuidedRollback guided = new GuidedRollback(settings(), drill, TwinPerson::new);
        guided.run(GuidedRollbackTest.class);
        Finding verdict = guided.judge(GuidedRollbackTest.class);
        assertThat(verdict.isUnmet()).isTrue();
        return FailureText.of(verdict);
    }

    private RunSettings settings() {
        said.put("cutover.folder", folder.toString());
        said.put("cutover.run", "guided");
        said.put("cutover.environment", "rehearsal");
        return RunSettings.from(name -> Optional.ofNullable(said.get(name)), "guided");
    }
}
