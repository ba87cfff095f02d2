package cutover.runbook;

import static cutover.runbook.SmallRun.END;
import static cutover.runbook.SmallRun.step;
import static cutover.runbook.SmallRun.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A sign-off is about one build; the run's own eyes tell whether that is still there. */
class SignOffsOfABuildTest {

    private static final Instant JUST_NOW = END.minusSeconds(5);

    private static SmallRun demanding(String release) {
        return SmallRun.ofRelease(release, step("L5", How.AUTO), step("B3", How.SIGN_OFF))
                .met("L5");
    }

    private static Signing signing(SmallRun run) {
        Verdict verdict = run.judged("L5");
        Signing signing = verdict.steps().get(1).signing();
        assertThat(verdict.decision()).isEqualTo(signing.counts() ? Decision.GO : Decision.NO_GO);
        return signing;
    }

    @Test
    void anotherBuildThanTheOneItWasGivenForMakesItStaleThoughNoFileDemandsOne() {
        Verdict verdict = demanding("")
                .sees("9c82d0f")
                .signed("B3", "Ada", JUST_NOW, "", "080489f")
                .judged("L5");

        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(verdict))
                .isEqualTo(
                        "STALE B3: its sign-off is stale, signed off by Ada at 2026-01-12T11:59:55Z for build 080489f"
                                + " (seen then), and this run saw build 9c82d0f: line B3");
        assertThat(verdict.first().orElseThrow().toDo())
                .isEqualTo("Do B3. Then operations signs: mvn verify -Denv=prod -Dsignoff=B3 -Dby=\"NAME\""
                        + " -Dsaw=\"WHAT WAS SEEN\"");
    }

    @Test
    void theSameBuildKeepsIt() {
        Signing signing = signing(demanding("").sees("080489f").signed("B3", "Ada", JUST_NOW, "", "080489f"));

        assertThat(signing.counts()).isTrue();
        assertThat(signing.sentence()).isEqualTo("signed off by Ada at 2026-01-12T11:59:55Z: it is there");
    }

    @Test
    void twoBuildsAtOnceAreNotTheOneItWasGivenFor() {
        Signing signing =
                signing(demanding("").sees("080489f", "9c82d0f").signed("B3", "Ada", JUST_NOW, "", "080489f"));

        assertThat(signing.state()).isEqualTo(State.STALE);
        assertThat(signing.sentence()).endsWith("and this run saw builds 080489f and 9c82d0f");
    }

    @Test
    void aBuildThatThisRunCouldNotSeeIsNoChangeAndIsTold() {
        Signing signing = signing(demanding("").signed("B3", "Ada", JUST_NOW, "", "080489f"));

        assertThat(signing.counts()).isTrue();
        assertThat(signing.sentence())
                .endsWith(": it is there (for build 080489f; which one runs now this run could not see)");
    }

    @Test
    void whatWasSeenAtAnotherSiteIsNoChange() {
        assertThat(signing(demanding("")
                                .entry(new BuildSeen("L1", "https://old.example.org", "8b90b58", END))
                                .sees("080489f")
                                .signed("B3", "Ada", JUST_NOW, "", "080489f"))
                        .counts())
                .isTrue();
    }

    @Test
    void aDemandForAnotherBuildMakesItStaleThoughThisRunSawNone() {
        Signing signing = signing(demanding("9c82d0f").signed("B3", "Ada", JUST_NOW, "080489f", "080489f"));

        assertThat(signing.state()).isEqualTo(State.STALE);
        assertThat(signing.sentence())
                .endsWith(" for build 080489f (seen then), and the environment demands build 9c82d0f");
    }

    @Test
    void aDemandForTheVeryBuildThatWasSeenIsNoChange() {
        assertThat(signing(demanding("080489f").sees("080489f").signed("B3", "Ada", JUST_NOW, "", "080489f"))
                        .counts())
                .isTrue();
        assertThat(signing(demanding("").sees("080489f").signed("B3", "Ada", JUST_NOW, "080489f"))
                        .counts())
                .as("demanded when it was signed, demanded no more, and still there")
                .isTrue();
    }

    @Test
    void whereNobodyHadSeenABuildTheDemandedOneIsWhatItWasGivenFor() {
        Signing signing = signing(demanding("080489f").sees("9c82d0f").signed("B3", "Ada", JUST_NOW, "080489f"));

        assertThat(signing.state()).isEqualTo(State.STALE);
        assertThat(signing.sentence()).endsWith(" for build 080489f (demanded then), and this run saw build 9c82d0f");
    }

    @Test
    void aSignOffForNoBuildInParticularHoldsAndSaysSo() {
        Signing signing = signing(demanding("").sees("9c82d0f").signed("B3", JUST_NOW));

        assertThat(signing.counts()).isTrue();
        assertThat(signing.sentence())
                .endsWith(": it is there (for no build in particular; this run saw build 9c82d0f)");
    }
}
