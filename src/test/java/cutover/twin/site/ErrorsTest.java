package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrorsTest {

    private static Rehearsed rehearsed;

    @BeforeAll
    static void start() throws IOException {
        rehearsed = new Rehearsed();
    }

    @AfterAll
    static void stop() throws IOException {
        rehearsed.close();
    }

    @BeforeEach
    void forget() {
        rehearsed.log.clear();
        rehearsed.mails.clear();
    }

    @AfterEach
    void mailWorks() {
        rehearsed.mailFails = false;
    }

    @Test
    void healthIsOneSentenceAndLeavesNoTrace() {
        long before = rehearsed.count("intake_visitor") + rehearsed.count("django_session");
        WebResponse answer = rehearsed.browser().get("/health/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Browser.text(answer)).isEqualTo("Everything seems fine");
        assertThat(Browser.header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(Browser.header(answer, "Content-Language")).isEqualTo("en");
        assertThat(Browser.header(answer, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(Browser.setCookies(answer)).isEmpty();
        assertThat(rehearsed.count("intake_visitor") + rehearsed.count("django_session"))
                .isEqualTo(before);
        assertThat(rehearsed.log).isEmpty();
    }

    @Test
    void healthWithoutItsSlashIsRedirectedAndAFormPostToItIsRefused() {
        WebResponse moved = rehearsed.browser().get("/health");
        assertThat(moved.status()).isEqualTo(301);
        assertThat(Browser.header(moved, "Location")).isEqualTo("/health/");
        assertThat(rehearsed.browser().post("/health/", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void healthWithAnUnknownSessionAsksTheDatabaseAndDeletesTheCookie() {
        Browser browser = rehearsed.browser();
        browser.cookies.put("sessionid", "0123456789abcdef0123456789abcdef");
        assertThat(Browser.setCookies(browser.get("/health/")))
                .singleElement()
                .asString()
                .contains("Max-Age=0");
        rehearsed.with(Fault.DATABASE_DOWN, () -> {
            Browser returning = rehearsed.browser();
            returning.cookies.put("sessionid", "0123456789abcdef0123456789abcdef");
            assertThat(returning.get("/health/").status()).isEqualTo(500);
            assertThat(rehearsed.browser().get("/health/").status()).isEqualTo(200);
            assertThat(rehearsed.browser().get("/").status()).isEqualTo(500);
        });
    }

    @Test
    void aFormerPasswordIsRefusedByTheDatabaseAndTheHealthPageStaysGreen() {
        rehearsed.with(Fault.OLD_APP_OLD_PASSWORD, () -> {
            assertThat(rehearsed.browser().get("/health/").status()).isEqualTo(200);
            assertThat(rehearsed.browser().get("/").status()).isEqualTo(500);
        });
        assertThat(rehearsed.log)
                .singleElement()
                .asString()
                .endsWith("OperationalError: FATAL:  password authentication failed for user \"intake\"");
    }

    @Test
    void theProvokedErrorShowsAPlainPageAndLeavesOneRecordAndOneMail() {
        Browser superuser = rehearsed.as("superuser");
        rehearsed.log.clear();
        WebResponse answer = superuser.get("/health/error?run=abc&x=1");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(Browser.text(answer)).isEqualTo("<h1>Server Error (500)</h1>");
        assertThat(Browser.setCookies(answer)).isEmpty();
        assertThat(rehearsed.log)
                .singleElement()
                .asString()
                .startsWith(
                        "[ERROR]\trequest-1\tInternal Server Error: /health/error\nTraceback (most recent call last):")
                .endsWith("Exception: This is a Test");
        Rehearsed.Mail mail = rehearsed.mails.get(0);
        assertThat(rehearsed.mails).hasSize(1);
        assertThat(mail.from()).isEqualTo("root@localhost");
        assertThat(mail.to()).containsExactly("alerts@cutover.example");
        assertThat(mail.subject()).isEqualTo("[Django] ERROR (EXTERNAL IP): Internal Server Error: /health/error");
        assertThat(mail.text())
                .startsWith("Internal Server Error: /health/error\n\nException at /health/error\nThis is a Test\n")
                .containsSubsequence(
                        "Request Method: GET\n",
                        "Request URL: https://www.clearmyrecord.org/health/error?run=abc&x=1\n",
                        "Traceback:\n",
                        "Exception Value: This is a Test\n",
                        "USER: superuser\n",
                        "run = 'abc'\n",
                        "sessionid = '" + superuser.cookies.get("sessionid") + "'\n",
                        "HTTP_USER_AGENT = 'cutover-test'\n",
                        "Using settings module project.settings.prod\n",
                        "SECRET_KEY = '********************'\n");
        assertThat(mail.text()).doesNotContain("a secret for tests only");
    }

    @Test
    void onlyASuperuserGetsTheProvokedError() {
        assertThat(Browser.header(rehearsed.browser().get("/health/error"), "Location"))
                .isEqualTo("/accounts/login/?next=/health/error");
        Browser staff = rehearsed.as("staff");
        assertThat(staff.get("/health/error").status()).isEqualTo(302);
        WebResponse back = staff.get("/accounts/login/?next=/health/error");
        assertThat(Browser.header(back, "Location")).isEqualTo("/health/error");
        assertThat(rehearsed.mails).isEmpty();
        rehearsed.with(
                Fault.ERROR_PAGE_OPEN_TO_ALL,
                () -> assertThat(rehearsed.browser().get("/health/error").status())
                        .isEqualTo(500));
    }

    @Test
    void debugModeShowsEverythingAndSendsNothing() {
        Browser superuser = rehearsed.as("superuser");
        rehearsed.with(Fault.DEBUG_ON, () -> {
            assertThat(Browser.text(superuser.get("/health/error")))
                    .contains("Traceback", "DEBUG = True", "project.settings");
            assertThat(Browser.text(superuser.get("/nowhere"))).contains("^health/error$");
        });
        assertThat(rehearsed.mails).isEmpty();
    }

    @Test
    void errorHandlingThatFailsItselfEndsInThePlatformsOwnAnswer() {
        Browser superuser = rehearsed.as("superuser");
        rehearsed.mailFails = true;
        WebResponse answer = superuser.get("/health/error");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(Browser.header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(Browser.text(answer)).startsWith("\"{'message': 'An uncaught exception happened");
    }

    @Test
    void faultsOfTheErrorMailShowInItsReceiversAndItsAddress() {
        Browser superuser = rehearsed.as("superuser");
        rehearsed.with(Fault.NO_ALERT_RECIPIENTS, () -> superuser.get("/health/error"));
        assertThat(rehearsed.mails).isEmpty();
        rehearsed.with(Fault.MAIL_NAMES_OLD_HOST, () -> superuser.get("/health/error"));
        assertThat(rehearsed.mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("Request URL: https://clearmyrecord.codeforamerica.org/health/error\n"));
    }

    @Test
    void aForeignHostIsRefusedAndReported() {
        Browser forged = new Browser(rehearsed.site, "evil.example.test", "");
        WebResponse answer = forged.get("/health/");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Browser.text(answer)).isEqualTo("<h1>Bad Request (400)</h1>");
        assertThat(rehearsed.mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject())
                        .isEqualTo("[Django] ERROR (EXTERNAL IP): Invalid HTTP_HOST header: 'evil.example.test'."
                                + " You may need to add 'evil.example.test' to ALLOWED_HOSTS."));
        rehearsed.with(
                Fault.ANY_HOST_ALLOWED,
                () -> assertThat(forged.get("/health/").status()).isEqualTo(200));
        rehearsed.with(
                Fault.HOST_NOT_ALLOWED,
                () -> assertThat(rehearsed.browser().get("/health/").status()).isEqualTo(400));
    }

    @Test
    void anUnknownAddressIsPlainlyNotFoundAndWarnedAbout() {
        WebResponse answer = rehearsed.browser().get("/nowhere/<b>");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Browser.text(answer))
                .isEqualTo("<h1>Not Found</h1><p>The requested URL /nowhere/%3Cb%3E was not found on this server.</p>");
        assertThat(rehearsed.log).contains("[WARNING]\trequest-1\tNot Found: /nowhere/<b>");
        assertThat(rehearsed.mails).isEmpty();
    }

    @Test
    void aMethodThatAPageDoesNotKnowIsAnsweredWithThoseItKnows() {
        WebResponse answer = rehearsed.browser().get("/mailgun-bounce");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(Browser.header(answer, "Allow")).isEqualTo("POST, OPTIONS");
        assertThat(rehearsed
                        .browser()
                        .post("/phone/handle-incoming-call", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aVisitorWhoseRowIsGoneGetsAnErrorWhileFreshOnesDoNot() {
        Browser returning = rehearsed.browser();
        returning.get("/");
        rehearsed.update("delete from intake_visitor");
        assertThat(returning.get("/").status()).isEqualTo(500);
        assertThat(rehearsed.browser().get("/").status()).isEqualTo(200);
    }

    @Test
    void theDebugTaskWritesItsLineUnderAnotherInvocation() {
        rehearsed.site.runDebugTask("command-1");
        assertThat(rehearsed.log).containsExactly("command-1-child\tRequest: 'test single arguement'");
    }

    @Test
    void plainHttpIsSentToHttps() {
        WebResponse answer = rehearsed.site.answer(new cutover.twin.web.WebRequest(
                "GET",
                false,
                Rehearsed.HOST,
                "",
                "/apply/",
                "a=b",
                java.util.List.of(),
                new byte[0],
                "127.0.0.1",
                "r"));
        assertThat(answer.status()).isEqualTo(301);
        assertThat(Browser.header(answer, "Location")).isEqualTo("https://www.clearmyrecord.org/apply/?a=b");
    }
}
