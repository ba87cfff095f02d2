package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.provider.mailgun.MailRoute;
import cutover.provider.mailgun.MailgunAccount;
import cutover.provider.mailgun.TestMessage;
import cutover.twin.Moment;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pointing webhooks and routes elsewhere, with Mailgun's own client, on the twin. */
class MailgunLeverTest extends OneLeverTwin {

    private static final String DOMAIN = "clearmyrecord.org";
    private static final String EVENT = "permanent_fail";
    private static final String NEW = "https://www.clearmyrecord.org/mailgun-bounce";
    private static final String OLD = "https://clearmyrecord.codeforamerica.org/mailgun-bounce";

    private MailgunAccount account;

    @BeforeEach
    void signIn() {
        account = lever.mailgun();
    }

    @Test
    void aWebhookIsPointedElsewhere() {
        assertThat(account.webhooks(DOMAIN).value()).contains(Map.of(EVENT, List.of(NEW)));

        assertThat(account.pointWebhookAt(DOMAIN, EVENT, List.of(OLD)).value()).contains(List.of(OLD));
        assertThat(account.webhooks(DOMAIN).value()).contains(Map.of(EVENT, List.of(OLD)));
    }

    @Test
    void aBounceIsReportedToWhereTheWebhookIsPointed() {
        account.pointWebhookAt(DOMAIN, EVENT, List.of(OLD));

        account.send(new TestMessage(
                DOMAIN, "run@" + DOMAIN, "x@bounces.cutover.example", "Run", "Hello", Map.of(), Map.of()));

        Awaitility.await().until(lever::oldLog, log -> log.contains("POST /mailgun-bounce"));
    }

    @Test
    void aMomentAndAResetPutItBackButAFaultDoesNot() {
        account.pointWebhookAt(DOMAIN, EVENT, List.of(OLD));
        lever.twin.faults().switchOn(Side.NEW, Fault.MX_LOST);
        assertThat(account.webhooks(DOMAIN).value()).contains(Map.of(EVENT, List.of(OLD)));
        lever.twin.at(Moment.SWITCHED);
        assertThat(account.webhooks(DOMAIN).value()).contains(Map.of(EVENT, List.of(NEW)));
        account.pointWebhookAt(DOMAIN, EVENT, List.of(OLD));
        lever.twin.reset();
        assertThat(account.webhooks(DOMAIN).value()).contains(Map.of(EVENT, List.of(NEW)));
    }

    @Test
    void aRoutesForwardToAUrlIsPointedElsewhere() {
        lever.twin.faults().switchOn(Side.NEW, Fault.MAILGUN_ROUTE_STILL_OLD);
        MailRoute before = route("everything else");

        MailRoute changed = account.pointRouteAt(before, NEW).value().orElseThrow();

        assertThat(changed.actions()).containsExactly("forward(\"" + NEW + "\")");
        assertThat(changed.expression()).isEqualTo(before.expression());
        assertThat(route("everything else")).isEqualTo(changed).isNotEqualTo(before);
    }

    @Test
    void theOtherActionsOfARouteKeepTheirPlace() {
        MailRoute mail = route("a user's mail");
        MailRoute mixed = new MailRoute(
                mail.id(),
                mail.priority(),
                mail.description(),
                mail.expression(),
                List.of("store()", "forward(\"clara@codeforamerica.org\")", "forward('" + OLD + "')", "stop()"));

        assertThat(account.pointRouteAt(mixed, NEW).value().orElseThrow().actions())
                .containsExactly(
                        "store()", "forward(\"clara@codeforamerica.org\")", "forward(\"" + NEW + "\")", "stop()");
        assertThatThrownBy(() -> account.pointRouteAt(mail, NEW))
                .hasMessage("the route " + mail.id()
                        + " forwards to no URL: [forward(\"clara@codeforamerica.org\"), stop()]");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(account.pointWebhookAt("other.example", EVENT, List.of(OLD)).trouble())
                .isEqualTo("it refuses our call with 404 : Domain not found: other.example");
        assertThat(account.pointWebhookAt(DOMAIN, "delivered", List.of(OLD)).trouble())
                .isEqualTo("it refuses our call with 404 : Webhook not found");
        MailRoute none = new MailRoute("0", 0, "", "catch_all()", List.of("forward(\"" + OLD + "\")"));
        assertThat(account.pointRouteAt(none, NEW).trouble())
                .isEqualTo("it refuses our call with 404 : Route not found");
        assertThatThrownBy(() -> account.pointWebhookAt(DOMAIN, "bounce", List.of(OLD)))
                .hasMessage("Mailgun has no webhook for bounce");
    }

    @Test
    void aWrongKeyIsRefusedAndNobodyThereIsTroubleOfOurs() throws IOException {
        MailgunAccount stranger = lever.mailgun("wrong", lever.place("twin.mailgun.us"));
        MailgunAccount lost = lever.mailgun("wrong", LeverTwin.nowhere());

        assertThat(stranger.pointWebhookAt(DOMAIN, EVENT, List.of(OLD)).trouble())
                .startsWith("it refuses our call with 401");
        assertThat(lost.pointWebhookAt(DOMAIN, EVENT, List.of(OLD)).trouble()).startsWith("no answer from Mailgun: ");
        assertThat(account.webhooks(DOMAIN).value()).contains(Map.of(EVENT, List.of(NEW)));
    }

    private MailRoute route(String description) {
        return account.routes().value().orElseThrow().stream()
                .filter(route -> route.description().equals(description))
                .findFirst()
                .orElseThrow();
    }
}
