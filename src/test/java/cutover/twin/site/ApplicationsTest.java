package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.web.WebResponse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class ApplicationsTest {

    private static EmbeddedPostgres postgres;
    private static SeedFacts facts;

    private Rehearsed rehearsed;

    @BeforeAll
    static void seed() throws IOException {
        postgres = EmbeddedPostgres.start();
        facts = Rehearsed.template(postgres);
    }

    @AfterAll
    static void end() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void start(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        rehearsed = Rehearsed.on(postgres, facts, name.toLowerCase(Locale.ROOT));
    }

    @AfterEach
    void stop() throws IOException {
        rehearsed.close();
    }

    @Test
    void staffReadAndChangeNothingButTheLog() {
        Browser staff = rehearsed.as("staff");
        rehearsed.log.clear();
        Document page = staff.page("/application/" + facts.known().id() + "/");
        assertThat(page.select("h1").text()).isEqualTo("Application Details");
        assertThat(page.select(".app-detail-nav-bar a").eachText()).containsExactly("Application", "History");
        assertThat(page.select("[data-submission-id=formsubmission-"
                                + facts.known().id() + "] .dob")
                        .text())
                .endsWith(facts.known().birthDate());
        assertThat(page.select(".datum.ssn .data_display-value").text())
                .isEqualTo(facts.known().ssn());
        assertThat(page.select(".update-status-button")).isEmpty();
        assertThat(String.join("\n", rehearsed.log)).contains("event_name=app_opened", "event_name=user_app_opened");
        staff.get("/application/" + facts.unread().get(0) + "/");
        assertThat(unread()).isEqualTo(3);
        assertThat(staff.page("/application/" + facts.several() + "/").select(".application-detail-latest-status"))
                .hasSize(3);
        rehearsed.with(
                Fault.READING_CHANGES,
                () -> staff.get("/application/" + facts.known().id() + "/"));
        assertThat(rehearsed.count("intake_application where not has_been_opened"))
                .isLessThan(facts.applications());
    }

    @Test
    void theFirstLookOfAnOrganisationMarksAsReadAndSaysSo() {
        Browser organisation = rehearsed.as("orguser");
        organisation.page("/accounts/profile/");
        long id = facts.unread().get(0);
        Document page = organisation.page("/application/" + id + "/");
        assertThat(page.select(".flash_message.success").text()).contains("has been marked \"Read\" and moved");
        assertThat(page.select(".application-detail-latest-status").text()).contains("Current Status: New");
        assertThat(unread()).isEqualTo(2);
        assertThat(rehearsed.count("intake_prebuiltpdfbundle")).isEqualTo(2);
        assertThat(organisation.page("/application/" + id + "/").select(".flash_message"))
                .isEmpty();
    }

    @Test
    void theHistoryTellsWhatHappened() {
        Browser staff = rehearsed.as("staff");
        assertThat(staff.page("/application/" + facts.transferred() + "/history/")
                        .select("ul.application-events-list li.application-event-block .application-event-title")
                        .text())
                .isEqualTo("Status Update - Transferred");
        assertThat(staff.page("/application/" + facts.midnight().id() + "/history/")
                        .text())
                .contains("New (no status updates yet)");
    }

    @Test
    void whatBelongsToOthersIsRefused() {
        Browser organisation = rehearsed.as("orguser");
        assertThat(Browser.header(organisation.get("/application/" + facts.foreign() + "/"), "Location"))
                .isEqualTo("/accounts/profile/");
        assertThat(organisation.get("/application/99999/").status()).isEqualTo(302);
        assertThat(organisation.get("/application/" + facts.foreign() + "/edit").status())
                .isEqualTo(404);
        assertThat(organisation.get("/application/" + facts.foreign() + "/pdf/").status())
                .isEqualTo(500);
        rehearsed.with(
                Fault.OTHER_ORGANISATIONS_SHOWN,
                () -> assertThat(organisation
                                .get("/application/" + facts.foreign() + "/")
                                .status())
                        .isEqualTo(200));
        Browser big = rehearsed.as("bigorguser");
        assertThat(big.get("/application/" + facts.newest().id() + "/pdf/").status())
                .isEqualTo(500);
        assertThat(big.get("/application/" + facts.newest().id() + "/edit").status())
                .isEqualTo(200);
        assertThat(big.get("/applications/" + facts.newest().id() + "/update-status/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyThirdDetailBreaksWhenItShould() {
        Browser staff = rehearsed.as("staff");
        rehearsed.with(Fault.BROKEN_DETAIL, () -> {
            assertThat(staff.get("/application/99/").status()).isEqualTo(500);
            assertThat(staff.get("/application/100/").status()).isEqualTo(200);
        });
    }

    @Test
    void theFilledFormHoldsTheRightPersonAndNobodyElse() throws IOException {
        WebResponse answer =
                rehearsed.as("orguser").get("/application/" + facts.pdf().id() + "/pdf/");
        assertThat(Browser.header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(Browser.header(answer, "Content-Disposition")).isEmpty();
        Pdf pdf = Pdf.read(answer.body());
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.fields())
                .contains(
                        facts.pdf().firstName(),
                        facts.pdf().lastName(),
                        facts.pdf().birthDate());
        assertThat(pdf.text()).contains(facts.pdf().lastName(), facts.pdf().birthDate());
        List<String> others = facts.lastNames().stream()
                .filter(name -> !name.equals(facts.pdf().lastName()))
                .toList();
        assertThat(pdf.text() + pdf.fields()).doesNotContain(others);
    }

    @Test
    void staffFillAFormWhereThereIsNone() {
        long before = rehearsed.count("intake_filledpdf");
        Browser staff = rehearsed.as("staff");
        assertThat(staff.get("/application/" + facts.newest().id() + "/pdf/").status())
                .isEqualTo(200);
        assertThat(rehearsed.count("intake_filledpdf")).isEqualTo(before + 1);
    }

    @Test
    void faultsOfThePdf() {
        Browser staff = rehearsed.as("staff");
        String address = "/application/" + facts.pdf().id() + "/pdf/";
        rehearsed.with(
                Fault.PDF_FIELDS_EMPTY,
                () -> assertThat(Pdf.of(staff.get(address)))
                        .doesNotContain(facts.pdf().lastName()));
        rehearsed.with(
                Fault.PDF_WRONG_PERSON,
                () -> assertThat(Pdf.of(staff.get(address)))
                        .doesNotContain(facts.pdf().lastName())
                        .contains("Applicant: "));
        rehearsed.with(
                Fault.PDF_OBJECT_MISSING,
                () -> assertThat(staff.get(address).status()).isEqualTo(500));
        rehearsed.with(
                Fault.OLD_APP_WITHOUT_BUCKET,
                () -> assertThat(staff.get(address).status()).isEqualTo(500));
        rehearsed.with(
                Fault.PDF_TOOL_FAILS,
                () -> assertThat(staff.get(address).status()).isEqualTo(500));
        rehearsed.with(Fault.PDF_IS_LOGIN_PAGE, () -> {
            WebResponse answer = staff.get(address);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(Browser.document(answer).select("form.login")).hasSize(1);
        });
    }

    @Test
    void thePrintoutIsMadeForOnePerson() throws IOException {
        WebResponse answer =
                rehearsed.as("staff").get("/application/" + facts.known().id() + "/printout/");
        assertThat(Browser.header(answer, "Content-Disposition"))
                .isEqualTo("filename=\"" + facts.known().lastName() + "-"
                        + facts.known().firstName() + "-" + facts.known().id() + "-CaseDetails.pdf\"");
        assertThat(Pdf.read(answer.body()).text())
                .contains(facts.known().lastName(), facts.known().birthDate());
    }

    @Test
    void printingAllMarksAllAsReadAndShowsTheReadyBundle() throws IOException {
        Browser organisation = rehearsed.as("orguser");
        String address =
                organisation.page("/applications/").select("a.print-all").attr("href");
        Document page = organisation.page(address);
        assertThat(page.select("h1.bundle-count").text())
                .isEqualTo("3 applications to the San Francisco Public Defender");
        String frame = page.select("iframe#embedded-pdf").attr("src");
        assertThat(frame).startsWith("/applications/unread/pdf/prebuilt?ids=");
        assertThat(unread()).isZero();
        assertThat(Pdf.read(organisation.get(frame).body()).pages()).isEqualTo(3);
        assertThat(rehearsed.mails).isEmpty();
        rehearsed.with(
                Fault.BUNDLE_BROKEN,
                () -> assertThat(organisation.get(frame).status()).isEqualTo(500));
        String other = "/applications/unread/pdf/prebuilt?ids=" + facts.pdf().id();
        assertThat(organisation.get(other).status()).isEqualTo(500);
        assertThat(rehearsed.mails)
                .extracting(Rehearsed.Mail::subject)
                .contains("Missing Prebuilt PDF Bundle on https://www.clearmyrecord.org");
    }

    @Test
    void aBundleIsMadeOnceAndKept() throws IOException {
        Browser organisation = rehearsed.as("orguser");
        String ids = facts.pdfs().subList(0, 2).stream().map(String::valueOf).collect(Collectors.joining(","));
        Document page = organisation.page("/applications/bundle/?ids=" + ids);
        assertThat(page.select("ol.app_bundle_list li")).hasSize(2);
        organisation.get("/applications/bundle/?ids=" + ids);
        assertThat(rehearsed.count("intake_applicationbundle")).isEqualTo(1);
        String frame = page.select("iframe.pdf_inset").attr("src");
        assertThat(Pdf.read(organisation.get(frame).body()).pages()).isEqualTo(2);
        assertThat(organisation.get("/applications/bundle/").status()).isEqualTo(302);
        assertThat(organisation
                        .get("/applications/bundle/?ids=" + facts.foreign())
                        .status())
                .isEqualTo(302);
    }

    @Test
    void divertedNotificationsAppearInTheLog() {
        Browser staff = rehearsed.as("staff");
        staff.get("/application/" + facts.known().id() + "/");
        assertThat(String.join("\n", rehearsed.log)).doesNotContain("SLACK POST");
        rehearsed.with(
                Fault.NOTIFICATIONS_DIVERTED,
                () -> staff.get("/application/" + facts.known().id() + "/"));
        assertThat(String.join("\n", rehearsed.log)).contains("SLACK POST: {", "FRONT POST: {");
    }

    @Test
    void oldestLinksStillLeadThere() {
        Browser anybody = rehearsed.browser();
        WebResponse answer = anybody.get("/sanfrancisco/" + facts.oldUuid() + "/");
        assertThat(answer.status()).isEqualTo(301);
        assertThat(Browser.header(answer, "Location"))
                .isEqualTo("/application/" + facts.pdf().id() + "/pdf/");
        assertThat(Browser.header(anybody.get("/sanfrancisco/bundle/?keys=" + facts.oldUuid()), "Location"))
                .isEqualTo("/applications/bundle/?ids=" + facts.pdf().id());
        assertThat(anybody.get("/sanfrancisco/00000000000000000000000000000000/")
                        .status())
                .isEqualTo(500);
    }

    private int unread() {
        String label = rehearsed
                .as("orguser")
                .page("/applications/all/")
                .select(".app-index-nav-bar li")
                .first()
                .text();
        return Integer.parseInt(label.replaceAll("\\D", ""));
    }

    private record Pdf(int pages, String text, String fields) {

        static Pdf read(byte[] content) throws IOException {
            try (PDDocument document = Loader.loadPDF(content)) {
                var form = document.getDocumentCatalog().getAcroForm();
                String fields = form == null
                        ? ""
                        : form.getFields().stream()
                                .map(field -> field.getValueAsString())
                                .collect(Collectors.joining("\n"));
                return new Pdf(document.getNumberOfPages(), new PDFTextStripper().getText(document), fields);
            }
        }

        static String of(WebResponse answer) {
            try {
                Pdf pdf = read(answer.body());
                return pdf.text() + pdf.fields();
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
    }
}
