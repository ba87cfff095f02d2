package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.web.Letter;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceTest {

    private static Rehearsed rehearsed;

    private Vendor mailgun;

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
        rehearsed.letters.clear();
        mailgun = new Vendor(rehearsed.browser());
    }

    @AfterEach
    void heal() {
        rehearsed.faults.clear();
        rehearsed.lettersFail = false;
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aSignedReportIsAnsweredWithNothingAndTheSenderGetsAMail(Side side) {
        Browser browser =
                side == Side.NEW ? rehearsed.browser() : new Browser(rehearsed.oldSite, Rehearsed.OLD_HOST, "");

        WebResponse answer = new Vendor(browser).bounced(Vendor.bounce());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(Browser.header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        Letter letter = rehearsed.letters.get(0);
        assertThat(rehearsed.letters).hasSize(1);
        assertThat(letter.from()).isEqualTo("clearmyrecord@cutover.example");
        assertThat(letter.to()).isEqualTo("bob@clearmyrecord.org");
        assertThat(letter.subject()).isEqualTo("Clear My Record: An applicant notification bounced");
        assertThat(letter.text())
                .containsSubsequence(
                        "A notification you sent through Clear My Record could not be delivered.\n",
                        "Date: Fri, 03 May 2013 18:26:27 +0000\n",
                        "Applicant email: alice@example.com\n",
                        "Email subject: Test bounces webhook\n",
                        "Error:\n5.1.1 The email account that you tried to reach does not exist\u2026\nsecond line\n",
                        "Clear My Record Team\nclearmyrecord@codeforamerica.org");
        assertThat(letter.html()).hasValue(letter.text().replace("\n", "<br>"));
        assertThat(rehearsed.mails).isEmpty();
    }

    @Test
    void theTestButtonsFormWithAFileIsRead() {
        byte[] body = Vendor.multipart(Vendor.bounce());

        assertThat(mailgun.bounced(body, "Content-Length", Integer.toString(body.length))
                        .status())
                .isEqualTo(200);
        assertThat(rehearsed.letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("does not exist\u2026\nsecond line"));
    }

    @Test
    void aFormThatGrewOnItsWayIsAnErrorOfItsOwn() {
        byte[] sent = Vendor.multipart(Vendor.bounce());
        byte[] damaged = new String(sent, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);

        assertThat(mailgun.bounced(damaged, "Content-Length", Integer.toString(sent.length))
                        .status())
                .isEqualTo(500);
        assertReported("UnreadablePostError");
        assertThat(rehearsed.letters).isEmpty();
    }

    @Test
    void ofARepeatedFieldTheLastValueCounts() {
        String repeated = "recipient=first%40example.com&" + Vendor.encoded(Vendor.bounce()) + "&error=the+last";

        WebResponse answer =
                rehearsed.browser().send("POST", "/mailgun-bounce", Map.of("Content-Type", Vendor.FORM), repeated);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(rehearsed.letters.get(0).text())
                .contains("Applicant email: alice@example.com", "Error:\nthe last\n");
    }

    @Test
    void neitherAgeNorRepetitionIsLookedAt() {
        Map<String, String> old = Vendor.bounceWith("timestamp", "1000000000");
        old.put("signature", Vendor.bounceSignature(Vendor.MAILGUN_KEY, "1000000000", Vendor.TOKEN));

        assertThat(mailgun.bounced(old).status()).isEqualTo(200);
        assertThat(mailgun.bounced(old).status()).isEqualTo(200);
        assertThat(rehearsed.letters).hasSize(2);
    }

    @Test
    void theSignatureDoesNotCoverWhatIsReported() {
        assertThat(mailgun.bounced(Vendor.bounceWith("recipient", "mallory@example.com"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a wrong key", ""})
    void aReportSignedWithAnotherKeyIsNotFound(String key) {
        String signature = Vendor.bounceSignature(key, Vendor.TIMESTAMP, Vendor.TOKEN);

        assertThat(mailgun.bounced(Vendor.bounceWith("signature", signature)).status())
                .isEqualTo(404);
        assertThat(rehearsed.log).contains("[WARNING]\trequest-1\tNot Found: /mailgun-bounce");
        assertThat(rehearsed.letters).isEmpty();
        assertThat(rehearsed.mails).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "token"})
    void aReportWithAnotherTimeOrTokenIsNotFound(String name) {
        assertThat(mailgun.bounced(Vendor.bounceWith(name, "1")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "timestamp", "signature", "recipient", "error", "message-headers"})
    void aMissingFieldIsAnError(String name) {
        assertThat(mailgun.bounced(Vendor.bounceWithout(name)).status()).isEqualTo(500);
        assertReported("MultiValueDictKeyError: \"'" + name + "'\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sender", "Subject", "Date"})
    void aMissingHeaderIsAnError(String name) {
        Map<String, String> fields = Vendor.bounce();
        fields.put("message-headers", fields.get("message-headers").replace("\"" + name + "\"", "\"Other\""));

        assertThat(mailgun.bounced(fields).status()).isEqualTo(500);
        assertReported("KeyError: '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "[1, 2]"})
    void headersThatAreNoListOfPairsAreAnError(String headers) {
        assertThat(mailgun.bounced(Vendor.bounceWith("message-headers", headers))
                        .status())
                .isEqualTo(500);
        assertThat(rehearsed.mails).hasSize(1);
    }

    @Test
    void aSignatureThatIsNotAsciiIsAnError() {
        assertThat(mailgun.bounced(Vendor.bounceWith("signature", "\u00e9".repeat(64)))
                        .status())
                .isEqualTo(500);
        assertReported("TypeError");
    }

    @Test
    void aJsonBodyHasNoFields() {
        assertThat(json().status()).isEqualTo(500);
        assertReported("MultiValueDictKeyError");
    }

    @Test
    void aHugeFormIsABadRequestAndReported() {
        Map<String, String> huge = Vendor.bounceWith("body-plain", "x".repeat(2_621_440));

        assertThat(mailgun.bounced(huge).status()).isEqualTo(400);
        assertThat(mailgun.bounced(Vendor.multipart(huge)).status()).isEqualTo(400);
        assertThat(rehearsed.mails)
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.subject())
                        .endsWith("Request body exceeded settings.DATA_UPLOAD_MAX_MEMORY_SIZE."));
        assertThat(rehearsed.letters).isEmpty();
    }

    @Test
    void aFormOfPartsWithoutABoundaryIsABadRequestAndOnlyWarnedAbout() {
        WebResponse answer =
                rehearsed.browser().send("POST", "/mailgun-bounce", Map.of("Content-Type", "multipart/form-data"), "x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(rehearsed.log)
                .contains("[WARNING]\trequest-1\tBad request (Unable to parse request body): /mailgun-bounce");
        assertThat(rehearsed.mails).isEmpty();
    }

    @Test
    void otherMethodsAndASlashAreRefused() {
        WebResponse get = rehearsed.browser().get("/mailgun-bounce");
        assertThat(get.status()).isEqualTo(405);
        assertThat(Browser.header(get, "Allow")).isEqualTo("POST, OPTIONS");
        assertThat(rehearsed
                        .browser()
                        .send("POST", "/mailgun-bounce/", Map.of("Content-Type", Vendor.FORM), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMailThatCanNotBeSentIsAnErrorThatIsReported() {
        rehearsed.lettersFail = true;

        assertThat(mailgun.bounced(Vendor.bounce()).status()).isEqualTo(500);
        assertReported("SMTPException: connection refused");
    }

    @Test
    void eachReportCountsAsAVisitor() {
        long visitors = rehearsed.count("intake_visitor");
        long sessions = rehearsed.count("django_session");

        WebResponse answer = mailgun.bounced(Vendor.bounce());

        assertThat(Browser.setCookies(answer)).anyMatch(cookie -> cookie.startsWith("sessionid="));
        assertThat(rehearsed.count("intake_visitor")).isEqualTo(visitors + 1);
        assertThat(rehearsed.count("django_session")).isEqualTo(sessions + 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BOUNCE_KEY_DIFFERS", "BOUNCE_KEY_EMPTY"})
    void theKeyCanBeAnother(Fault fault) {
        rehearsed.faults.switchOn(Side.NEW, fault);

        assertThat(mailgun.bounced(Vendor.bounce()).status()).isEqualTo(404);
        assertThat(mailgun.bounced(signedWith("")).status()).isEqualTo(fault == Fault.BOUNCE_KEY_EMPTY ? 200 : 404);
    }

    @Test
    void theMailCanFailGetLostComeTwiceOrBeGarbled() {
        rehearsed.with(
                Fault.BOUNCE_MAIL_FAILS,
                () -> assertThat(mailgun.bounced(Vendor.bounce()).status()).isEqualTo(500));
        assertThat(rehearsed.mails).hasSize(1);
        rehearsed.with(
                Fault.BOUNCE_MAIL_LOST,
                () -> assertThat(mailgun.bounced(Vendor.bounce()).status()).isEqualTo(200));
        assertThat(rehearsed.letters).isEmpty();
        rehearsed.with(Fault.BOUNCE_MAIL_TWICE, () -> mailgun.bounced(Vendor.bounce()));
        assertThat(rehearsed.letters).hasSize(2);
        rehearsed.with(Fault.BOUNCE_MAIL_GARBLED, () -> mailgun.bounced(Vendor.bounce()));
        assertThat(rehearsed.letters.get(2).text()).contains("does not exist\u00e2\u0080\u00a6\n");
    }

    @Test
    void theMailCanHaveAnotherSubjectAndTheSameText() {
        mailgun.bounced(Vendor.bounce());
        rehearsed.with(Fault.BOUNCE_SUBJECT_CHANGED, () -> mailgun.bounced(Vendor.bounce()));

        Letter healthy = rehearsed.letters.get(0);
        Letter changed = rehearsed.letters.get(1);
        assertThat(changed.subject()).isEqualTo("Undeliverable");
        assertThat(changed.text()).isEqualTo(healthy.text());
        assertThat(changed.to()).isEqualTo(healthy.to());
    }

    @Test
    void aForgedReportCanBeMailedAndThenRefused() {
        rehearsed.with(
                Fault.BOUNCE_ACTS_BEFORE_CHECK,
                () -> assertThat(mailgun.bounced(signedWith("a wrong key")).status())
                        .isEqualTo(404));
        assertThat(rehearsed.letters).hasSize(1);
        rehearsed.with(
                Fault.BOUNCE_ACTS_BEFORE_CHECK,
                () -> assertThat(mailgun.bounced(Vendor.bounce()).status()).isEqualTo(200));
        assertThat(rehearsed.letters).as("a genuine one is mailed once").hasSize(2);
    }

    @Test
    void eachThingThatCanBeAcceptedWronglyIsAcceptedAndMailed() {
        assertAccepted(Fault.BOUNCE_ACCEPTS_NO_SIGNATURE, Vendor.bounceWithout("signature"));
        assertAccepted(Fault.BOUNCE_ACCEPTS_WRONG_KEY, signedWith("a wrong key"));
        assertAccepted(Fault.BOUNCE_ACCEPTS_EMPTY_KEY, signedWith(""));
        assertAccepted(Fault.BOUNCE_ACCEPTS_NON_ASCII, Vendor.bounceWith("signature", "\u00e9"));
        assertAccepted(Fault.BOUNCE_ACCEPTS_HUGE_BODY, Vendor.bounceWith("body-plain", "x".repeat(3_000_000)));
    }

    @Test
    void acceptingOneThingDoesNotAcceptTheOthers() {
        rehearsed.with(
                Fault.BOUNCE_ACCEPTS_EMPTY_KEY,
                () -> assertThat(mailgun.bounced(signedWith("a wrong key")).status())
                        .isEqualTo(404));
        rehearsed.with(
                Fault.BOUNCE_ACCEPTS_NO_SIGNATURE,
                () -> assertThat(mailgun.bounced(signedWith("")).status()).isEqualTo(404));
        rehearsed.with(
                Fault.BOUNCE_ACCEPTS_WRONG_KEY,
                () -> assertThat(mailgun.bounced(Vendor.bounceWithout("signature"))
                                .status())
                        .isEqualTo(500));
    }

    @Test
    void aReportWithoutItsSenderCanBeAnsweredAndLost() {
        Map<String, String> fields = Vendor.bounceWith("message-headers", "[[\"Subject\", \"x\"], [\"Date\", \"y\"]]");

        rehearsed.with(
                Fault.BOUNCE_ACCEPTS_MISSING_SENDER,
                () -> assertThat(mailgun.bounced(fields).status()).isEqualTo(200));
        assertThat(rehearsed.letters).isEmpty();
    }

    @Test
    void jsonCanBeAcceptedWithoutALook() {
        rehearsed.with(
                Fault.BOUNCE_ACCEPTS_UNSIGNED_JSON,
                () -> assertThat(json().status()).isEqualTo(200));
        assertThat(rehearsed.letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.to()).isEqualTo("bob@clearmyrecord.org"));
    }

    @Test
    void aGetCanBeAnsweredAndThePostStaysRight() {
        rehearsed.with(Fault.BOUNCE_ACCEPTS_GET, () -> {
            assertThat(rehearsed.browser().get("/mailgun-bounce").status()).isEqualTo(200);
            assertThat(rehearsed.letters).isEmpty();
            assertThat(mailgun.bounced(signedWith("a wrong key")).status()).isEqualTo(404);
        });
    }

    @Test
    void theExemptionFromCsrfCanBeLost() {
        rehearsed.with(
                Fault.WEBHOOKS_WANT_CSRF,
                () -> assertThat(mailgun.bounced(Vendor.bounce()).status()).isEqualTo(403));
        assertThat(rehearsed.letters).isEmpty();
    }

    @Test
    void theSidesAreBrokenEachForItself() {
        Vendor old = new Vendor(new Browser(rehearsed.oldSite, Rehearsed.OLD_HOST, ""));

        rehearsed.with(Side.OLD, Fault.BOUNCE_KEY_DIFFERS, () -> {
            assertThat(old.bounced(Vendor.bounce()).status()).isEqualTo(404);
            assertThat(mailgun.bounced(Vendor.bounce()).status()).isEqualTo(200);
        });
    }

    private void assertAccepted(Fault fault, Map<String, String> fields) {
        assertThat(mailgun.bounced(fields).status()).as("without %s", fault).isNotEqualTo(200);
        rehearsed.letters.clear();
        rehearsed.with(
                fault,
                () -> assertThat(mailgun.bounced(fields).status())
                        .as("with %s", fault)
                        .isEqualTo(200));
        assertThat(rehearsed.letters).as("with %s", fault).hasSize(1);
    }

    private static Map<String, String> signedWith(String key) {
        return Vendor.bounceWith("signature", Vendor.bounceSignature(key, Vendor.TIMESTAMP, Vendor.TOKEN));
    }

    private static WebResponse json() {
        String body = "{\"signature\": {\"timestamp\": \"1\", \"token\": \"2\", \"signature\": \"3\"}, \"event-data\":"
                + " {\"event\": \"failed\", \"recipient\": \"alice@example.com\", \"message\": {\"headers\": {\"from\":"
                + " \"bob@clearmyrecord.org\", \"subject\": \"hello\"}}}}";
        return rehearsed.browser().send("POST", "/mailgun-bounce", Map.of("Content-Type", "application/json"), body);
    }

    private static void assertReported(String exception) {
        assertThat(rehearsed.log)
                .filteredOn(line -> line.startsWith("[ERROR]"))
                .singleElement()
                .asString()
                .contains("Internal Server Error: /mailgun-bounce", exception);
        assertThat(rehearsed.mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject())
                        .isEqualTo("[Django] ERROR (EXTERNAL IP): Internal Server Error: /mailgun-bounce"));
        assertThat(List.copyOf(rehearsed.mails).get(0).text()).doesNotContain(Vendor.MAILGUN_KEY);
    }
}
