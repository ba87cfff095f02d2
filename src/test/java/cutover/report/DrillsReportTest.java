package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cutover.drill.DrillRecord;
import cutover.runbook.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillsReportTest {

    @TempDir
    private Path all;

    private Document written(ReportedDrills drills) throws IOException {
        Path folder = Files.createDirectories(all.resolve("today"));
        return Jsoup.parse(DrillsReport.write(folder, drills).toFile());
    }

    private static Element drill(Document page, String name) {
        Element drill = page.selectFirst("section.drill:has(#drill-" + name + ")");
        assertThat(drill).isNotNull();
        return drill;
    }

    @Test
    void theDecisionAndTheFirstThingToDoComeFirst() throws IOException {
        Document page = written(SampleDrills.troubled());

        assertThat(page.selectFirst("h1").text()).isEqualTo("REHEARSAL FAILED");
        assertThat(page.selectFirst(".tally").text()).isEqualTo("1 of 3 drills went as they should");
        assertThat(page.selectFirst(".todo .first").text())
                .startsWith("the drill before-redirect has no end")
                .endsWith("run it again: -Ddrill=before-redirect");
        assertThat(page.select(".todo li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("after-launch the drill after-launch: the old site is not back");
    }

    @Test
    void aDrillThatLedBackSaysHowLongItTookAndWhatIsLost() throws IOException {
        Element drill = drill(written(SampleDrills.troubled()), "corrupted-data");

        assertThat(drill.selectFirst(".answer").text()).isEqualTo("led back");
        assertThat(drill.select(".parts > div").eachText())
                .containsExactly(
                        "Noticed after 3.1 s at most 2 min 0 s",
                        "Decided after 3.4 s at most 3 min 0 s",
                        "Back (RTO) after 41.0 s at most 10 min 0 s",
                        "Lost (RPO) 2 rows; at most 4 may be intake_formsubmission: 2 rows, id 61-62");
        assertThat(drill.text())
                .contains("go back: restore the data first, because unmet: L9")
                .contains("Taken for granted: The newest snapshot is from before the script ran")
                .contains("To be done by a person: Write down the applications");
    }

    @Test
    void theActionsStandInTheirOrderWithTheTimeSinceTheBreak() throws IOException {
        assertThat(drill(written(SampleDrills.troubled()), "corrupted-data")
                        .select(".acts li")
                        .eachText())
                .containsExactly(
                        "after 3.5 s Restore the newest clean snapshot into a scratch database copy stood at none · done",
                        "after 3.9 s Write down the applications that the scratch database lacks; those people have to"
                                + " be told a person's part",
                        "after 4.2 s At Namecheap, put the old records back old-name stood at new · replaced A and"
                                + " CNAME of clearmyrecord.codeforamerica.org, serial 7");
    }

    @Test
    void whatIsNotMetStandsWithItsFactsAndWhatWasLeftIsListed() throws IOException {
        Element drill = drill(written(SampleDrills.troubled()), "after-launch");

        assertThat(drill.selectFirst(".answer").text()).isEqualTo("not as it should");
        assertThat(drill.select("> .finding.unmet dd").eachText())
                .containsExactly(
                        "each step of rolledback met",
                        "R2 not met: 3 numbers still call the new host",
                        "run today-after-launch-back",
                        "In Twilio, put the old URLs back on the numbers");
        assertThat(drill.select("> .finding.unknown")).hasSize(1);
        assertThat(drill.text()).contains("Left, and not undone phone stands at new, it was found at old");
        assertThat(drill.select(".parts > .unmet dt").eachText()).containsExactly("Noticed", "Lost (RPO)");
        assertThat(drill.select(".parts > .notrun dt").eachText()).containsExactly("Back (RTO)");
    }

    @Test
    void theLooksAreOneClickAwayFromBothPlaces() throws IOException {
        String look = "today-after-launch-back/report.html";
        Document page = written(SampleDrills.troubled());

        assertThat(page.select("a[href=../" + look + "]")).hasSize(2);
        assertThat(Jsoup.parse(all.resolve("report.html").toFile()).select("a[href=" + look + "]"))
                .hasSize(2);
    }

    @Test
    void earlierRunsAreShownAndSlowerThanBeforeIsSaid() throws IOException {
        Element drill = drill(written(SampleDrills.troubled()), "corrupted-data");

        assertThat(drill.selectFirst(".slower").text())
                .isEqualTo("Slower than before: back after 41.0 s, usually after 14.5 s (median of 4 runs)");
        assertThat(drill.select(".past li")).hasSize(5);
        assertThat(drill.select("tbody tr"))
                .hasSize(5)
                .first()
                .extracting(Element::text, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith("led back 3.1 s 3.4 s 14.8 s intake_formsubmission: 2 rows, id 61-62");
        assertThat(drill.text()).contains("in 4 earlier runs: 4 as it should");
    }

    @Test
    void aDrillThatTookAsLongAsBeforeIsNotCalledSlow() {
        List<DrillRecord> earlier = SampleDrills.earlier();

        assertThat(new DrillPast(SampleDrills.ledBack("now", 0, 19_000), earlier).slower())
                .isEmpty();
        assertThat(new DrillPast(SampleDrills.ledBack("now", 0, 31_000), earlier).slower())
                .hasSize(1);
        assertThat(new DrillPast(SampleDrills.ledBack("now", 0, 31_000), earlier.subList(0, 2)).slower())
                .isEmpty();
    }

    @Test
    void whoeverProvesMoreIsNotSlower() {
        DrillRecord whole = SampleDrills.ledBack("now", 0, 31_000, List.of("L9", "L10", "R0", "R1"));

        assertThat(new DrillPast(whole, SampleDrills.earlier()).slower()).isEmpty();
    }

    @Test
    void whatProvesThatTheOldSiteIsBackIsSaidAndWhatHadNoPartInItWithItsReason() throws IOException {
        Document page = written(SampleDrills.troubled());

        assertThat(drill(page, "corrupted-data").select(".proved, .needless li").eachText())
                .containsExactly(
                        "The steps L9, R0, R1 of phase rolledback had to be met",
                        "R12: the restored database is the live one " + SampleDrills.HOSTILE);
        assertThat(all.resolve("summary.md"))
                .content()
                .contains(
                        "The steps L9, R0, R1 of phase rolledback had to be met",
                        "Steps that have no part in it:\n\n- R12: the restored database");
    }

    @Test
    void nothingThatAVendorAnsweredIsMarkup() throws IOException {
        Document page = written(SampleDrills.troubled());

        assertThat(page.select("script")).isEmpty();
        assertThat(page.text()).contains(SampleDrills.HOSTILE);
        assertThat(all.resolve("summary.md")).content().doesNotContain("<script");
    }

    @Test
    void otherProgramsFindDecisionTimesAndRows() throws IOException {
        written(SampleDrills.troubled());
        JsonNode json =
                JsonMapper.builder().build().readTree(all.resolve("drills.json").toFile());

        assertThat(json.at("/decision").asText()).isEqualTo("REHEARSAL FAILED");
        assertThat(json.at("/drills/0/met").asBoolean()).isTrue();
        assertThat(json.at("/drills/0/backMillis").asLong()).isEqualTo(41_000);
        assertThat(json.at("/drills/0/targets/backMillis").asLong()).isEqualTo(600_000);
        assertThat(json.at("/drills/0/lost/0/ids").asText()).isEqualTo("61-62");
        assertThat(json.at("/drills/0/earlier")).hasSize(4);
        assertThat(json.at("/drills/1/findings/1/toDo").asText()).startsWith("In Twilio");
        assertThat(json.at("/aside/0/finding").asText()).isEqualTo("unmet");
    }

    @Test
    void theSummaryHasDecisionTableAndFacts() throws IOException {
        written(SampleDrills.troubled());

        assertThat(all.resolve("today/summary.md"))
                .content()
                .startsWith("# ✘ REHEARSAL FAILED\n")
                .contains(
                        "| corrupted-data | ✔ led back | 3.1 s | 3.4 s | 41.0 s | intake\\_formsubmission: 2 rows, id 61-62 |")
                .contains("  to do    : In Twilio, put the old URLs back on the numbers")
                .contains("Slower than before");
    }

    @Test
    void whatAnotherRunLeftUnderTheNamesThatDoNotChangeIsGone() throws IOException {
        Files.writeString(all.resolve("decision.json"), "{\"decision\": \"GO\"}");
        Files.writeString(all.resolve("report.json"), "{\"decision\": \"GO\"}");
        Document page = written(SampleDrills.reported(Decision.REHEARSAL_FAILED, List.of(), List.of(), List.of()));

        assertThat(all.resolve("decision.json")).doesNotExist();
        assertThat(all.resolve("report.json")).doesNotExist();
        assertThat(page.text()).contains("no drill was run to its end");
    }
}
