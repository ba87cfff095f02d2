package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static Rehearsed rehearsed;
    private static SeedFacts facts;
    private static Browser staff;

    @BeforeAll
    static void start() throws IOException {
        rehearsed = new Rehearsed();
        facts = rehearsed.facts;
        staff = rehearsed.as("staff");
    }

    @AfterAll
    static void stop() throws IOException {
        rehearsed.close();
    }

    @Test
    void staffSeeAllSubmissionsNewestFirst() {
        Document page = staff.page("/applications/");
        assertThat(page.select("h1").text()).isEqualTo("Applications");
        assertThat(page.select(".app-index-nav-bar li[role=presentation].active")
                        .text())
                .isEqualTo("All Applications (101)");
        assertThat(page.select(".app-index-nav-bar li").eachText()).contains("County-Not-Listed (5)");
        assertThat(page.select("h5.page_nav_header").first().text()).isEqualTo("Showing 1 - 25 of 101 applications");
        assertThat(keys(page))
                .hasSize(25)
                .startsWith(Long.toString(facts.newest().id()));
        assertThat(page.select("tr[data-key=" + facts.known().id() + "]").text())
                .contains(facts.known().lastName(), facts.known().day());
        assertThat(page.select(".org_tag, .notes_log .note, .tags .tag, script[name=tags_json]"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void theLastPageTakesUpToFiveMore() {
        assertThat(keys(staff.page("/applications/?page=4"))).hasSize(26);
        assertThat(keys(staff.page("/applications/?page=99"))).hasSize(26);
        assertThat(keys(staff.page("/applications/?page=two"))).hasSize(25);
        Document last = rehearsed.as("bigorguser").page("/applications/all/?page=2");
        assertThat(last.select("tr.application-listing")).hasSize(30);
        assertThat(last.select("h5.page_nav_header").first().text()).isEqualTo("Showing 26 - 55 of 55 applications");
    }

    @Test
    void aDateIsShownAsInCalifornia() {
        String id = Long.toString(facts.midnight().id());
        assertThat(facts.midnight().listDate()).isNotEqualTo(facts.midnightUtcDate());
        Browser organisation = rehearsed.as("orguser");
        assertThat(date(organisation, id)).isEqualTo(facts.midnight().listDate());
        rehearsed.with(
                Fault.WRONG_TIME_ZONE, () -> assertThat(date(organisation, id)).isEqualTo(facts.midnightUtcDate()));
    }

    private static String date(Browser organisation, String id) {
        return organisation
                .page("/applications/all/")
                .select("tr[data-key=" + id + "] .date")
                .text();
    }

    @Test
    void anOrganisationSeesItsOwnApplicationsInThreeFolders() {
        Browser organisation = rehearsed.as("orguser");
        WebResponse answer = organisation.get("/applications/");
        assertThat(Browser.header(answer, "Cache-Control")).isEqualTo("no-cache, max-age=0, must-revalidate, no-store");
        Document page = Browser.document(answer);
        assertThat(page.select("h1").text()).isEqualTo("3 Unread Applications");
        assertThat(page.select(".app-index-nav-bar li").eachText())
                .containsExactly("Unread (3)", "Needs Status Update (6)", "All (9)");
        assertThat(page.select("a.print-all").attr("href")).startsWith("/applications/unread/pdf/?ids=");
        assertThat(keys(organisation.page("/applications/needs_update/"))).hasSize(6);
        assertThat(keys(organisation.page("/applications/all/"))).hasSize(9);
        assertThat(organisation.page("/applications/all/").text()).doesNotContain(facts.foreignLastNames());
        assertThat(facts.orgUser()).isEqualTo(new SeedFacts.Tabs(3, 6, 9));
    }

    @Test
    void listsChangeNothing() {
        Browser organisation = rehearsed.as("orguser");
        organisation.get("/applications/");
        organisation.get("/applications/all/");
        assertThat(organisation
                        .page("/applications/")
                        .select(".app-index-nav-bar li")
                        .first()
                        .text())
                .isEqualTo("Unread (3)");
    }

    @Test
    void anEmptyOrganisationIsToldSo() {
        Document page = rehearsed.as("emptyorguser").page("/applications/");
        assertThat(page.select("p.no-results").text()).isEqualTo("You have no applications.");
        assertThat(rehearsed
                        .as("bigorguser")
                        .page("/applications/")
                        .select("p.no-results")
                        .text())
                .isEqualTo("You have read all new applications!");
    }

    @Test
    void whoMayNotSeeTheListIsSentAway() {
        assertThat(Browser.header(rehearsed.browser().get("/applications/"), "Location"))
                .isEqualTo("/accounts/login/?next=/applications/");
        rehearsed.mails.clear();
        Browser organisation = rehearsed.as("orguser");
        WebResponse refused = organisation.get("/applications/county_not_listed/");
        assertThat(Browser.header(refused, "Location")).isEqualTo("/accounts/profile/");
        assertThat(organisation
                        .page("/accounts/profile/")
                        .select(".flash_message.error")
                        .text())
                .startsWith("Sorry, there was something wrong with that link");
        assertThat(rehearsed.mails)
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.subject()).isEqualTo("A user attempted to access an unpermitted URL"));
        assertThat(Browser.header(staff.get("/applications/unread/"), "Location"))
                .isEqualTo("/applications/");
    }

    @Test
    void faultsOfTheList() {
        rehearsed.with(
                Fault.LIST_OPEN_TO_ALL,
                () -> assertThat(keys(rehearsed.browser().page("/applications/")))
                        .hasSize(25));
        rehearsed.with(
                Fault.LIST_EMPTY,
                () -> assertThat(keys(staff.page("/applications/"))).isEmpty());
        rehearsed.with(
                Fault.NEWEST_ROW_MISSING,
                () -> assertThat(keys(staff.page("/applications/")))
                        .doesNotContain(Long.toString(facts.newest().id()))
                        .hasSize(25));
        rehearsed.with(
                Fault.COUNT_WRONG,
                () -> assertThat(staff.page("/applications/")
                                .select(".app-index-nav-bar li.active")
                                .text())
                        .isEqualTo("All Applications (102)"));
        rehearsed.with(
                Fault.PAGING_BROKEN,
                () -> assertThat(keys(staff.page("/applications/?page=2")))
                        .isEqualTo(keys(staff.page("/applications/"))));
        rehearsed.with(
                Fault.OTHER_ORGANISATIONS_SHOWN,
                () -> assertThat(rehearsed
                                .as("orguser")
                                .page("/applications/all/")
                                .text())
                        .contains(facts.newest().lastName()));
    }

    @Test
    void exportsAndSearchesKeepToTheOwnOrganisation() {
        Browser organisation = rehearsed.as("orguser");
        WebResponse export = organisation.get("/applications/csv-download");
        assertThat(Browser.header(export, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"all_applications_to_sf_pubdef_03-15-2018.csv\"");
        assertThat(Browser.text(export).lines()).hasSize(10);
        String token = organisation
                .page("/applications/")
                .select("meta[name=csrf-token]")
                .attr("content");
        String own = facts.pdf().lastName();
        assertThat(Browser.text(search(organisation, token, own))).contains(own);
        assertThat(Browser.text(search(organisation, token, facts.newest().lastName())))
                .isEqualTo("{\"results\":[]}");
        assertThat(search(organisation, token, "").status()).isEqualTo(404);
        assertThat(Browser.header(organisation.get("/applications-link/all"), "Location"))
                .isEqualTo("/applications/all/");
    }

    private static WebResponse search(Browser browser, String token, String text) {
        return browser.post("/applications-autocomplete/", java.util.Map.of("csrfmiddlewaretoken", token, "q", text));
    }

    private static List<String> keys(Document page) {
        return page.select("table.applications_list tr[data-key]").eachAttr("data-key");
    }
}
