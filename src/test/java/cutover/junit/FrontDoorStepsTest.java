package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the steps of the front door say when the configuration, and not the twin, is the odd one. */
class FrontDoorStepsTest {

    private static Rehearsals rehearsals;

    @TempDir
    private Path home;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/front-door-steps"), "rehearsal");
    }

    @AfterAll
    static void stop() {
        rehearsals.close();
    }

    @BeforeEach
    void reset() {
        rehearsals.twin().reset();
    }

    @Test
    void aChainInTheWrongOrderIsAdviceOnly() {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.CHAIN_IN_WRONG_ORDER);

        assertThat(rehearsals.run("wrong-order", Map.of("cutover.phase", "before", "cutover.steps", "B4")))
                .containsEntry("B4", "");
        assertThat(rehearsals.met())
                .anyMatch(said -> said.contains("www.clearmyrecord.org")
                        && said.contains("advice, most clients live with it: certificate 2 of 3"));
    }

    @Test
    void aPromisedStapleThatDoesNotComeIsUnmet() throws IOException {
        assertThat(run("before", "B4", "caa: letsencrypt.org}", "caa: letsencrypt.org, staple: true}"))
                .isEqualTo(
                        "the certificate of clearmyrecord.codeforamerica.org at 203.0.113.30, 2001:db8:200::30 has no"
                                + " good OCSP response with it");
    }

    @Test
    void aNameThatLeadsNowhereYetIsUnknownBeforeTheLaunch() throws IOException {
        assertThat(run("before", "B4", "  - www.clearmyrecord.org:443 -> 127.0.0.1:${twin.new.https}\n", ""))
                .startsWith("could not tell: www.clearmyrecord.org has no address");
    }

    @Test
    void aNameThatLeadsNowhereIsUnmetLater() throws IOException {
        assertThat(run(
                        "nightly",
                        "N5",
                        "    - {name: clearmyrecord.org, ph",
                        "    - {name: gone.clearmyrecord.org, ph"))
                .startsWith("gone.clearmyrecord.org has no address");
    }

    @Test
    void withoutDoorsNothingCanBeToldOfPorts() throws IOException {
        assertThat(run("day2", "D7", "(?s)\ndoors:.*?\ngone:", "\ngone:"))
                .startsWith("could not tell: no doors are known here");
    }

    @Test
    void withoutDoorsNothingCanBeToldOfTheirNames() throws IOException {
        assertThat(run("day2", "D6", "(?s)\ndoors:.*?\ngone:", "\ngone:"))
                .startsWith("could not tell: no doors are known here");
    }

    @Test
    void withoutFormerNamesNothingCanBeTold() throws IOException {
        assertThat(run("day2", "D4", "(?s)\ngone:.*?\nknown:", "\nknown:"))
                .startsWith("could not tell: where the old application must be gone is not known");
    }

    @Test
    void withoutFormerNamesNobodyKnowsWhatCouldBeSwitchedOnAgain() throws IOException {
        assertThat(run("nightly", "N8", "(?s)\ngone:.*?\n# yesterday", "\n# yesterday"))
                .startsWith("could not tell: where the old application could be switched on again is not known");
    }

    @Test
    void withoutFormerNamesNobodyKnowsWhereTheOldApplicationAnswers() throws IOException {
        assertThat(run("rolledback", "R9", "(?s)\ngone:.*?\n# yesterday", "\n# yesterday"))
                .startsWith("could not tell: where the old application answers at its platform is not known");
    }

    @Test
    void aFormerNameThatLeadsNowhereIsNoProof() throws IOException {
        assertThat(run("day2", "D4", "name: cmr-production.herokuapp.example", "name: nobody.herokuapp.example"))
                .startsWith("could not tell: nobody.herokuapp.example leads nowhere");
    }

    /** As where the new platform's addresses change by themselves, so that no file can have them. */
    @Test
    void whereOnlyAPatternIsKnownWhoWasThereKnowsTheNewHostsAddresses() throws IOException {
        Path changed = Copies.ofConfig(home);
        Path names = changed.resolve("config/dns/rehearsal.yaml");
        String value = "values: [d111111abcdef8.cloudfront.example]";
        String before = Files.readString(names);
        assertThat(before).contains(value);
        Files.writeString(names, before.replace(value, "each: '.+[.]cloudfront[.]example'"));
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.NEW_SITE_STILL_SERVES);

        rehearsals.run(
                "pattern",
                Map.of("cutover.home", changed.toString(), "cutover.phase", "rolledback", "cutover.steps", "R3"));

        assertThat(rehearsals.open())
                .contains("the new host still serves the application at 198.51.100.10,")
                .contains("the new host still serves the application at 2001:db8:100::10,");
    }

    /** The step's first line that is not met, after the environment was changed. */
    private String run(String phase, String step, String pattern, String replacement) throws IOException {
        Path changed = Copies.ofConfig(home);
        Path environment = changed.resolve("config/environments/rehearsal.yaml");
        String before = Files.readString(environment);
        String after = before.contains(pattern)
                ? before.replace(pattern, replacement)
                : before.replaceFirst(pattern, replacement);
        assertThat(after).as("the change has something to change").isNotEqualTo(before);
        Files.writeString(environment, after);
        return rehearsals
                .run(
                        "changed-" + step,
                        Map.of("cutover.home", changed.toString(), "cutover.phase", phase, "cutover.steps", step))
                .get(step);
    }
}
