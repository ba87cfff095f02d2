package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static Rehearsed rehearsed;

    @BeforeAll
    static void start() throws IOException {
        rehearsed = new Rehearsed();
    }

    @AfterAll
    static void stop() throws IOException {
        rehearsed.close();
    }

    @Test
    void theFormHasItsFieldsAndTheRightPasswordOpensTheProfile() {
        Browser browser = rehearsed.browser();
        Document page = browser.page("/accounts/login/");
        assertThat(page.title()).isEqualTo("Sign In");
        assertThat(page.select("form.login input#id_login[type=email][name=login]"))
                .hasSize(1);
        assertThat(page.select("form.login input#id_password, form.login input[name=remember]"))
                .hasSize(2);
        assertThat(page.select("meta[name=csrf-token]").attr("content")).hasSize(64);
        WebResponse answer = browser.signIn("staff");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(Browser.header(answer, "Location")).isEqualTo("/accounts/profile/");
        assertThat(Browser.setCookies(answer)).hasSize(3);
        Document profile = browser.page("/accounts/profile/");
        assertThat(profile.select("h1").text()).isEqualTo("Account settings");
        assertThat(profile.select(".auth-notice.authenticated .username").text())
                .isEqualTo("Rehearsal staff at Code for America");
        assertThat(profile.select(".flash_messages .flash_message.success .flash_message-body")
                        .text())
                .isEqualTo("Successfully signed in as Rehearsal staff.");
        assertThat(browser.page("/accounts/profile/").select(".flash_message")).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefusedOnThePage() {
        WebResponse answer = rehearsed.browser().signIn("staff@cutover.example", "wrong", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Browser.document(answer).select("ul.errorlist.nonfield li").text())
                .isEqualTo("Sorry, that email and password do not work together");
        rehearsed.with(
                Fault.WRONG_PASSWORD_ACCEPTED,
                () -> assertThat(rehearsed
                                .browser()
                                .signIn("staff@cutover.example", "wrong", Map.of())
                                .status())
                        .isEqualTo(302));
    }

    @Test
    void theSessionLastsTwoWeeksOnlyWhenItIsToBeRemembered() {
        assertThat(sessionCookie(Map.of()))
                .contains("HttpOnly", "Secure", "SameSite=Lax")
                .doesNotContain("Max-Age");
        assertThat(sessionCookie(Map.of("remember", "on"))).contains("Max-Age=1209600", "HttpOnly", "Secure");
        rehearsed.with(
                Fault.SESSION_TOO_SHORT,
                () -> assertThat(sessionCookie(Map.of("remember", "on"))).contains("Max-Age=3600"));
        rehearsed.with(
                Fault.COOKIES_NOT_SECURE,
                () -> assertThat(sessionCookie(Map.of()))
                        .doesNotContain("Secure")
                        .doesNotContain("HttpOnly"));
    }

    private static String sessionCookie(Map<String, String> more) {
        WebResponse answer = rehearsed.browser().signIn("staff@cutover.example", Rehearsed.password("staff"), more);
        return Browser.setCookies(answer).stream()
                .filter(line -> line.startsWith("sessionid="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFormNeedsTokenCookieAndReferer() {
        Browser browser = rehearsed.browser();
        Map<String, String> fields = new HashMap<>(Map.of("login", "a@b.example", "password", "x"));
        assertThat(browser.post("/accounts/login/", fields).status()).isEqualTo(403);
        fields.put("csrfmiddlewaretoken", browser.token("/accounts/login/"));
        assertThat(browser.post("/accounts/login/", fields).status()).isEqualTo(200);
        String body = "csrfmiddlewaretoken=" + fields.get("csrfmiddlewaretoken");
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        WebResponse without = browser.send("POST", "/accounts/login/", form, body);
        assertThat(without.status()).isEqualTo(403);
        assertThat(Browser.text(without)).contains("CSRF verification failed. Request aborted.");
        assertThat(rehearsed.log)
                .contains("[WARNING]\trequest-1\tForbidden (Referer checking failed - no Referer.): /accounts/login/");
        rehearsed.with(
                Fault.CSRF_REFUSED,
                () -> assertThat(rehearsed.browser().signIn("staff").status()).isEqualTo(403));
    }

    @Test
    void signingInLeadsBackToWhereOneCameFromButNeverToAnotherHost() {
        String password = Rehearsed.password("staff");
        assertThat(Browser.header(
                        rehearsed
                                .browser()
                                .signIn("staff@cutover.example", password, Map.of("next", "/applications/?page=2")),
                        "Location"))
                .isEqualTo("/applications/?page=2");
        assertThat(Browser.header(
                        rehearsed
                                .browser()
                                .signIn("staff@cutover.example", password, Map.of("next", "https://evil.example/")),
                        "Location"))
                .isEqualTo("/accounts/profile/");
    }

    @Test
    void aGetLogsOut() {
        Browser staff = rehearsed.as("staff");
        assertThat(Browser.header(staff.get("/accounts/logout/"), "Location")).isEqualTo("/");
        assertThat(Browser.header(staff.get("/applications/"), "Location"))
                .isEqualTo("/accounts/login/?next=/applications/");
    }

    @Test
    void theAdminKnowsItsOwnFormIndexAndLists() {
        Browser browser = rehearsed.browser();
        assertThat(Browser.header(browser.get("/admin/"), "Location")).isEqualTo("/admin/login/?next=/admin/");
        Document login = browser.page("/admin/login/?next=/admin/");
        assertThat(login.title()).isEqualTo("Log in | Django site admin");
        assertThat(login.select("form#login-form").attr("action")).isEqualTo("/admin/login/?next=/admin/");
        WebResponse wrong = browser.signInToAdmin("superuser@cutover.example", "wrong");
        assertThat(Browser.document(wrong).select(".errornote").text()).startsWith("Please enter the correct username");
        WebResponse right = browser.signInToAdmin("superuser@cutover.example", Rehearsed.password("superuser"));
        assertThat(Browser.header(right, "Location")).isEqualTo("/admin/");
        Document index = browser.page("/admin/");
        assertThat(index.title()).isEqualTo("Site administration | Django site admin");
        assertThat(index.select("#content-main .module")).hasSize(7);
        assertThat(index.select("#user-tools").text()).startsWith("Welcome, Rehearsal superuser");
        assertThat(index.select("link[rel=stylesheet]").eachAttr("href"))
                .contains("https://static-bucket.s3.amazonaws.com/admin/css/dashboard.css");
        assertThat(browser.page("/admin/auth/user/").select("p.paginator").text())
                .isEqualTo(rehearsed.facts.users() + " users");
        assertThat(browser.get("/admin/auth/user/1/change/").status()).isEqualTo(200);
        assertThat(browser.get("/admin/intake/formsubmission/").status()).isEqualTo(404);
        assertThat(browser.page("/admin/logout/").title()).isEqualTo("Logged out | Django site admin");
        assertThat(browser.get("/admin/").status()).isEqualTo(302);
    }

    @Test
    void theAdminIsClosedToOrganisationsAndShowsStaffNothingToChange() {
        Browser organisation = rehearsed.as("orguser");
        assertThat(organisation.get("/admin/").status()).isEqualTo(302);
        assertThat(organisation
                        .page("/admin/login/?next=/admin/")
                        .select(".errornote")
                        .text())
                .startsWith("You are authenticated as orguser, but are not authorized");
        assertThat(rehearsed.as("staff").page("/admin/").select("#content-main").text())
                .contains("You don't have permission to edit anything.");
        rehearsed.with(
                Fault.ADMIN_OPEN_TO_ALL,
                () -> assertThat(rehearsed.browser().page("/admin/").select("#content-main .module"))
                        .isNotEmpty());
    }

    @Test
    void theAdminDoesNotKnowOtherAddressesWhoeverAsks() {
        assertThat(rehearsed.browser().get("/admin/nope/").status()).isEqualTo(404);
        assertThat(rehearsed.browser().get("/admin/auth/user/").status()).isEqualTo(302);
        assertThat(Browser.header(rehearsed.browser().get("/admin"), "Location"))
                .isEqualTo("/admin/");
    }

    @Test
    void bothSidesShareTheirSessions() {
        Browser staff = rehearsed.as("staff");
        Browser old = new Browser(rehearsed.oldSite, Rehearsed.OLD_HOST, "");
        old.cookies.putAll(staff.cookies);
        assertThat(old.get("/applications/").status()).isEqualTo(200);
        old.cookies.put("sessionid", "0" + staff.cookies.get("sessionid").substring(1) + "x");
        assertThat(old.get("/applications/").status()).isEqualTo(302);
    }

    @Test
    void aBrowserIsCountedOnce() {
        Browser browser = rehearsed.browser();
        long before = rehearsed.count("intake_visitor");
        browser.get("/robots.txt");
        browser.get("/");
        browser.get("/nowhere/");
        assertThat(rehearsed.count("intake_visitor")).isEqualTo(before + 1);
    }

    @Test
    void anAccountWithoutAProfileFailsOnEveryPageButHealth() {
        Browser user = rehearsed.as("emptyorguser");
        rehearsed.update("delete from user_accounts_userprofile where name = 'Rehearsal emptyorguser'");
        assertThat(user.get("/").status()).isEqualTo(500);
        assertThat(user.get("/health/").status()).isEqualTo(200);
    }

    @Test
    void theResetMailNamesTheHostThatWasAskedFor() {
        Browser browser = rehearsed.browser();
        String token = browser.token("/accounts/password/reset/");
        rehearsed.mails.clear();
        browser.post(
                "/accounts/password/reset/", Map.of("csrfmiddlewaretoken", token, "email", "staff@cutover.example"));
        assertThat(rehearsed.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly("staff@cutover.example");
            assertThat(mail.text()).contains("https://www.clearmyrecord.org/accounts/password/reset/key/");
        });
    }
}
