package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.runbook.ReturnWindow;
import cutover.runbook.WayBack.Standing;
import cutover.runbook.WayBack.Subject;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the steps tell of the way back while they look at something else. */
class WayBackToldTest {

    private static Rehearsals rehearsals;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/way-back"), "rehearsal");
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
    void theOldSiteIsThereToGoBackToUntilItsCertificateRunsOut() {
        ReturnWindow window = window("uat", "L1");

        assertThat(standings(window))
                .containsEntry(Subject.OLD_APPLICATION, Standing.POSSIBLE)
                .containsEntry(Subject.CERTIFICATE, Standing.POSSIBLE)
                .containsEntry(Subject.STRICT_TRANSPORT, Standing.POSSIBLE)
                .containsEntry(Subject.DATA, Standing.NOT_KNOWN);
        assertThat(window.until())
                .isPresent()
                .isEqualTo(line(window, Subject.CERTIFICATE).until());
        assertThat(line(window, Subject.OLD_APPLICATION).witnesses())
                .containsExactly("L1: https://clearmyrecord.codeforamerica.org");
    }

    @Test
    void anOldSiteThatIsNotSoundIsNoPlaceToGoBackTo() {
        rehearsals.twin().faults().switchOn(Side.OLD, Fault.WRONG_BUILD);

        assertThat(standings(window("rolledback", "R3"))).containsEntry(Subject.OLD_APPLICATION, Standing.NO_LONGER);
    }

    @Test
    void onceItIsLiveGoingBackTakesAsLongAsNamesAreRemembered() {
        ReturnWindow window = window("live", "L13,L17");

        assertThat(line(window, Subject.NAMES).words())
                .containsExactly("60 s: the longest TTL anybody was told for records that move");
        assertThat(line(window, Subject.NAMES).witnesses())
                .singleElement()
                .asString()
                .contains("codeforamerica.org at ns1.codeforamerica.org");
        assertThat(standings(window))
                .containsEntry(Subject.REDIRECTS, Standing.POSSIBLE)
                .containsEntry(Subject.STRICT_TRANSPORT, Standing.POSSIBLE)
                .containsEntry(Subject.OLD_APPLICATION, Standing.NOT_KNOWN)
                .containsEntry(Subject.CERTIFICATE, Standing.POSSIBLE);
        assertThat(line(window, Subject.CERTIFICATE).witnesses())
                .as("the redirect has one too, of no use to those who go back: only the old host's own addresses tell")
                .singleElement()
                .asString()
                .startsWith("L13: ")
                .contains("203.0.113.30")
                .doesNotContain("203.0.113.40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "nightly"})
    void whatBrowsersKeepIsACostWhetherItIsAllowedInThePhaseOrNot(String phase) {
        List.of(Fault.REDIRECT_PERMANENT, Fault.REDIRECT_CACHED, Fault.REDIRECT_STRICT, Fault.SITE_STRICT)
                .forEach(fault -> rehearsals.twin().faults().switchOn(Side.NEW, fault));

        ReturnWindow window = window(phase, "L13,L17,N5");

        assertThat(standings(window))
                .containsEntry(Subject.REDIRECTS, Standing.AT_A_COST)
                .containsEntry(Subject.STRICT_TRANSPORT, Standing.AT_A_COST);
        assertThat(line(window, Subject.REDIRECTS).words())
                .containsExactly(
                        "permanent redirects seen: browsers that met one follow it until they forget it",
                        "365 days: for so long browsers keep a redirect");
        assertThat(line(window, Subject.STRICT_TRANSPORT).words())
                .anyMatch(words ->
                        words.startsWith("browsers that came refuse plain http at clearmyrecord.org for 365 days"))
                .anyMatch(words ->
                        words.startsWith("browsers that came refuse plain http at www.clearmyrecord.org for 730 days"));
    }

    @Test
    void theDayAfterTheOldApplicationMustBeSwitchedOnAgain() {
        ReturnWindow window = window("day2", "D3,D4");

        assertThat(line(window, Subject.OLD_APPLICATION).standing()).isEqualTo(Standing.AT_A_COST);
        assertThat(line(window, Subject.OLD_APPLICATION).words())
                .singleElement()
                .asString()
                .startsWith("it is off: only by switching it on again");
        assertThat(line(window, Subject.DATA).standing()).isEqualTo(Standing.NOT_KNOWN);
        assertThat(line(window, Subject.DATA).witnesses())
                .singleElement()
                .asString()
                .startsWith("D3: ");
    }

    @Test
    void eachNightEachThingOnWhichGoingBackDependsIsTold() {
        ReturnWindow window = window("nightly", "N8");

        assertThat(standings(window))
                .containsEntry(Subject.OLD_APPLICATION, Standing.AT_A_COST)
                .containsEntry(Subject.SECRETS, Standing.AT_A_COST)
                .containsEntry(Subject.SCHEMA, Standing.POSSIBLE)
                .containsEntry(Subject.SNAPSHOT, Standing.NOT_KNOWN)
                .containsEntry(Subject.NAMES, Standing.AT_A_COST)
                .containsEntry(Subject.CERTIFICATE, Standing.AT_A_COST)
                .containsEntry(Subject.REDIRECTS, Standing.POSSIBLE)
                .containsEntry(Subject.STRICT_TRANSPORT, Standing.POSSIBLE)
                .containsEntry(Subject.WEBHOOKS, Standing.POSSIBLE);
        assertThat(line(window, Subject.SNAPSHOT).words())
                .as("a snapshot that nobody has restored yet is a hope")
                .containsExactly("no run that is remembered has restored one and proved it");
        assertThat(line(window, Subject.SECRETS).words()).hasSize(2);
        assertThat(line(window, Subject.WEBHOOKS).witnesses())
                .singleElement()
                .asString()
                .contains("Twilio, +14155550100", "Mailgun, clearmyrecord.org");
    }

    @Test
    void whatIsGoneForGoodIsNoWayBack() {
        List.of(Fault.OLD_APP_DELETED, Fault.LIVE_SCHEMA_AHEAD, Fault.SNAPSHOT_TOO_OLD)
                .forEach(fault -> rehearsals.twin().faults().switchOn(Side.NEW, fault));

        assertThat(standings(window("nightly", "N8")))
                .containsEntry(Subject.OLD_APPLICATION, Standing.NO_LONGER)
                .containsEntry(Subject.SCHEMA, Standing.NO_LONGER)
                .containsEntry(Subject.SNAPSHOT, Standing.NO_LONGER);
    }

    @Test
    void whatIsNotOffIsNotKnownToWork() {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.OLD_APP_STILL_ON);

        assertThat(standings(window("day2", "D4"))).containsEntry(Subject.OLD_APPLICATION, Standing.NOT_KNOWN);
    }

    @Test
    void afterARollbackTheOldSiteIsWhereItsNameLeads() {
        assertThat(standings(window("rolledback", "R1,R3")))
                .containsEntry(Subject.OLD_APPLICATION, Standing.POSSIBLE)
                .containsEntry(Subject.CERTIFICATE, Standing.POSSIBLE)
                .containsEntry(Subject.NAMES, Standing.AT_A_COST)
                .containsEntry(Subject.DATA, Standing.NOT_KNOWN);
    }

    private static Map<Subject, Standing> standings(ReturnWindow window) {
        return window.lines().stream()
                .collect(Collectors.toMap(ReturnWindow.Line::subject, ReturnWindow.Line::standing));
    }

    private static ReturnWindow.Line line(ReturnWindow window, Subject subject) {
        return window.lines().stream()
                .filter(line -> line.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    private static ReturnWindow window(String phase, String steps) {
        return rehearsals.window(phase, Map.of("cutover.phase", phase, "cutover.steps", steps));
    }
}
