package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.runbook.JournalRead;
import cutover.runbook.Runbook;
import cutover.runbook.SignOff;
import cutover.runbook.Verdict;
import cutover.runbook.Waiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    @TempDir
    Path folder;

    @BeforeEach
    void evidence() throws IOException {
        ReportFilesTest.evidence(folder);
        Path evidence = folder.resolve("evidence");
        Files.writeString(evidence.resolve("page.html"), "<h1>the page</h1><script>alert(6)</script>");
        Files.writeString(evidence.resolve("drawing.svg"), "<svg onload='alert(7)'/>");
        Files.writeString(evidence.resolve("big.txt"), "begin" + "é".repeat(400_000) + "the very end");
        Files.write(evidence.resolve("huge.png"), new byte[Exhibits.LIMIT + 1]);
    }

    private Document html(ReportedRun run) {
        return Jsoup.parse(HtmlReport.of(run, EvidenceSource.in(folder)));
    }

    @Test
    void theVerdictAndTheFirstThingToDoComeBeforeEverythingElse() {
        Document page = html(SampleRun.troubled().reported());
        assertThat(page.title()).startsWith("NO-GO · temp");
        assertThat(page.selectFirst("h1").text()).isEqualTo("NO-GO");
        assertThat(page.selectFirst("main section .first").text())
                .startsWith("L6 no mail about the provoked 500 arrived")
                .contains("Check ADMINS")
                .contains("To go back: Keep users on the old site");
    }

    @Test
    void theChecklistHasEveryStepOfThePhaseInTheOrderOfTheTimeline() {
        Document page = html(SampleRun.troubled().reported());
        assertThat(page.select("details.step > summary .id").eachText())
                .containsExactly("L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10", "L11");
        assertThat(page.select("details.step > summary .state").eachText())
                .containsExactly(
                        "met",
                        "not verified yet",
                        "not verified yet",
                        "not signed off",
                        "met",
                        "not met",
                        "could not tell",
                        "met only on a repeat",
                        "met",
                        "met",
                        "met");
    }

    @Test
    void whatIsNotMetIsOpenAndTheRestIsOneClickAway() {
        Document page = html(SampleRun.troubled().reported());
        assertThat(page.select("details.step[open]").eachAttr("id")).containsExactly("L6", "L7", "L8");
    }

    @Test
    void whatIsOtherwiseThanInTheLastRunHasItsSection() {
        Document page = html(SampleRun.changed().reported());
        assertThat(page.selectFirst("section[aria-labelledby=since] h2").text())
                .startsWith("Since the run of 9 Jan 2026 02:00:00 UTC");
        assertThat(page.select("section[aria-labelledby=since] li").eachText())
                .hasSize(7)
                .contains("dns example.org www A ttl: 86400, was 60");
        assertThat(html(SampleRun.troubled().reported()).select("section[aria-labelledby=since]"))
                .isEmpty();
    }

    @Test
    void whoSignedAndWhoAnswersForAnOpenStepStandsAtTheStep() {
        Instant noon = Instant.parse("2026-01-12T19:00:00Z");
        Document page = html(SampleRun.troubled()
                .said(
                        List.of(new SignOff(
                                "L4", "Ada Lovelace", noon, "PLAY RECAP failed=0", "https://ci.example.org/7", "", "")),
                        new Waiver("L6", "Grace Hopper", "the key is ordered", noon.plusSeconds(86_400)),
                        new Waiver("L7", "Grace Hopper", "tomorrow", noon))
                .reported());

        assertThat(page.select("#L4 .inside li").eachText())
                .containsExactly(
                        "signed off by Ada Lovelace at 2026-01-12T19:00:00Z: PLAY RECAP failed=0",
                        "https://ci.example.org/7");
        assertThat(page.select("#L6 .inside li").eachText())
                .containsExactly("waived by Grace Hopper until 2026-01-13T19:00:00Z: the key is ordered");
        assertThat(page.select("#L7 .inside li").eachText())
                .containsExactly(
                        "a waiver of Grace Hopper until 2026-01-12T19:00:00Z, which does not hold here: tomorrow");
    }

    @Test
    void eachSubjectOfTheWayBackHasStateEndCostAndWitness() {
        Document page = html(SampleRun.remembered().reported());
        assertThat(page.selectFirst(".back .answer").text())
                .isEqualTo("possible at a cost until 11 Feb 2026 20:00:00 UTC (11 Feb 12:00:00 America/Los_Angeles),"
                        + " as far as this run has looked");
        assertThat(page.select(".ways > li").eachText())
                .containsExactly(
                        "old application possible L1: https://old.example.org",
                        "data written since the switch not known no step of this run has looked, or none could tell",
                        "names not known no step of this run has looked, or none could tell",
                        "certificate of the old name possible until 11 Feb 2026 20:00:00 UTC (11 Feb 12:00:00"
                                + " America/Los_Angeles) L1: https://old.example.org/",
                        "redirects possible at a cost permanent redirects seen: browsers that met one follow it until they"
                                + " forget it L5: 301 at http://old.example.org",
                        "strict transport possible L5: https://www.example.org/");
    }

    @Test
    void theTimelineShowsAllPhasesAndLeadsToThoseThatHaveSteps() {
        Document page = html(SampleRun.troubled().reported());
        assertThat(page.select("nav .name").eachText())
                .containsExactly("before", "uat", "live", "day2", "rolledback", "nightly");
        assertThat(page.select("nav a").eachAttr("href")).containsExactly("#phase-uat");
        assertThat(page.select("#phase-uat")).hasSize(1);
    }

    @Test
    void aStepShowsItsLastRunsAndAFirstRunShowsNothing() {
        Document page = html(SampleRun.remembered().reported());
        assertThat(page.select(".strip").eachText())
                .containsExactly(
                        "in 8 earlier runs: 1 could not tell, 7 met",
                        "in 8 earlier runs: 8 met",
                        "in 8 earlier runs: 1 not met, 7 met",
                        "in 9 earlier runs: 8 not run, 1 met");
        assertThat(page.select("#L8 .strip use").eachAttr("href"))
                .containsExactly("#met", "#met", "#met", "#met", "#met", "#unmet", "#met", "#met", "#flaky");
        assertThat(page.select("#L6 .past + p").text())
                .isEqualTo("in 8 earlier runs: 8 met. Slower than usual: 21.4 s, usually 7.2 s (median of 8 runs)");
        assertThat(page.select("#L9 .past + p").text()).isEqualTo("in 9 earlier runs: 8 not run, 1 met");
        assertThat(html(SampleRun.troubled().reported()).select(".strip, .past"))
                .isEmpty();
    }

    @Test
    void everyStateHasAShapeThatThePageDefines() {
        Document page = html(SampleRun.troubled().reported());
        assertThat(page.select("use").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(shape -> assertThat(page.select("symbol" + shape)).hasSize(1));
        for (Sign sign : Sign.values()) {
            assertThat(page.select("symbol#" + sign.style())).hasSize(1);
        }
    }

    @Test
    void evidenceIsInsideThePageAndFactsLinkToIt() {
        Document page = html(SampleRun.troubled().reported());
        Element link = page.selectFirst("a:containsOwn(evidence/L6-exchange.txt)[href^=#]");
        assertThat(link).isNotNull();
        assertThat(page.selectFirst(link.attr("href")).selectFirst("pre").text())
                .contains("Server Error (500)");
        assertThat(page.selectFirst("details.exhibit img").attr("src")).startsWith("data:image/png;base64,");
        assertThat(page.selectFirst("p.exhibit a").attr("href")).isEqualTo("./evidence/L11.pdf");
    }

    @Test
    void thePageAsksNothingOfAnyNetwork() {
        Document page = html(Hostile.run());
        assertThat(page.select("script, iframe, object, embed, form, audio, video"))
                .isEmpty();
        assertThat(page.select("link").eachAttr("href")).containsExactly("data:,");
        assertThat(page.select("[src]").eachAttr("src")).allMatch(src -> src.startsWith("data:image/"));
        assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
        assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import");
    }

    @Test
    void nothingThatATargetSaysBecomesMarkup() {
        Document page = html(Hostile.run());
        assertThat(page.select("script")).isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute ->
                                attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")));
        assertThat(page.select("a").eachAttr("href"))
                .allMatch(href -> href.startsWith("#") || href.startsWith("./") || href.startsWith("https://"));
        assertThat(page.selectFirst(".finding.unmet .sentence").text())
                .contains("<script>alert(1)</script>", "{{ 7 * 7 }}");
    }

    @Test
    void whatCannotBeSeenIsMadeVisible() {
        String html = HtmlReport.of(Hostile.run(), EvidenceSource.in(folder));
        assertThat(html).contains("‹U+001B›", "‹U+0000›", "‹U+202E›", "‹U+200B›", "‹U+D800›", "שלום");
        assertThat(html.codePoints()
                        .filter(point -> Character.getType(point) == Character.FORMAT
                                || Character.isISOControl(point) && point != '\n'))
                .isEmpty();
    }

    @Test
    void nothingOutsideOfTheRunsFolderIsRead() {
        Document page = html(Hostile.run());
        assertThat(page.selectFirst("#evidence-1").text()).contains("the file is not there");
    }

    @Test
    void evidenceThatIsTooLargeIsCutAndSaysSo() {
        Document page = html(Hostile.run());
        Element big = page.selectFirst("#evidence-4");
        assertThat(big.selectFirst("summary").text()).contains("the first 300 of 800 kB");
        assertThat(big.selectFirst("pre").text()).startsWith("beginé").doesNotContain("the very end");
        assertThat(page.selectFirst("#evidence-5").text()).contains("too large to be shown here (300 kB)");
        assertThat(HtmlReport.of(Hostile.run(), EvidenceSource.in(folder)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(1_000_000);
    }

    @Test
    void oneEndlessAnswerDoesNotBuryTheOthers() {
        String seen = html(Hostile.run())
                .selectFirst(".finding.unmet dd:nth-of-type(2)")
                .text();
        assertThat(seen).startsWith("xxx").hasSizeLessThan(20_100).endsWith(" more characters)");
    }

    @Test
    void headingsDescendWithoutGapsAndEveryIdIsUnique() {
        Document page = html(SampleRun.troubled().reported());
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).isLessThanOrEqualTo(level + 1);
            level = next;
        }
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).isSubsetOf(ids);
        assertThat(page.select("img"))
                .allSatisfy(image -> assertThat(image.attr("alt")).isNotBlank());
    }

    @Test
    void timesAreToldInUtcAndInTheZoneOfThePeople() {
        assertThat(html(SampleRun.troubled().reported()).selectFirst("dl.facts").text())
                .contains("12 Jan 2026 20:00:00 UTC (12 Jan 12:00:00 America/Los_Angeles)");
    }

    @Test
    void aRunWithoutAJournalStillHasAReport() {
        JournalRead none = new JournalRead(List.of(), List.of("there is no journal at x"), "");
        Verdict verdict = Verdict.of(new Runbook(List.of()), none, "run-1", Set.of());
        Document page = html(new ReportedRun(verdict, none, ZoneOffset.UTC, List.of()));
        assertThat(page.selectFirst("h1").text()).isEqualTo("NO-GO");
        assertThat(page.text()).contains("there is no journal at x");
    }
}
