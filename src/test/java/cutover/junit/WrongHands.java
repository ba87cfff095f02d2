package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.drill.Action;
import cutover.drill.Hands;
import cutover.provider.RecordSet;
import cutover.provider.Told;
import cutover.provider.aws.AwsAccount;
import cutover.provider.aws.ScheduledRule;
import cutover.provider.mailgun.MailRoute;
import cutover.provider.mailgun.MailgunAccount;
import cutover.provider.twilio.PhoneNumber;
import cutover.provider.twilio.TwilioAccount;
import cutover.provider.twilio.Wire;
import cutover.twin.Twin;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** People who go back and do some of it otherwise than they were told, through the vendors' own interfaces. */
final class WrongHands {

    private static final String OLD = "https://clearmyrecord.codeforamerica.org";
    private static final String NEW = "https://www.clearmyrecord.org";
    private static final String DOMAIN = "clearmyrecord.org";
    private static final String EVENT = "permanent_fail";

    private WrongHands() {}

    /** One of two numbers, the webhooks and not the route, one of the rules. */
    static Hands half(Twin twin) {
        LeverTwin lever = new LeverTwin(twin);
        return instead(Map.of(
                "phone", () -> oneNumber(lever),
                "mail", () -> webhooksOnly(lever),
                "new-tasks", () -> oneRule(lever)));
    }

    /** Somebody writes the old name into the zone of the new one. */
    static Hands inTheWrongZone(Twin twin) {
        LeverTwin lever = new LeverTwin(twin);
        RecordSet astray =
                new RecordSet("clearmyrecord.codeforamerica.org." + DOMAIN, "A", 60, List.of("203.0.113.30"));
        return instead(Map.of("old-name", () -> done(lever.zone("new").replace(astray))));
    }

    /** Somebody deletes a webhook, which then cannot be pointed anywhere. */
    static Hands deletingAWebhook(Twin twin) {
        LeverTwin lever = new LeverTwin(twin);
        return instead(Map.of("mail", () -> delete(lever)));
    }

    private static Hands instead(Map<String, Runnable> otherwise) {
        return (actions, each) -> actions.forEach(action -> act(action, each, otherwise));
    }

    private static void act(Action action, Consumer<Action> each, Map<String, Runnable> otherwise) {
        otherwise.getOrDefault(action.lever(), () -> each.accept(action)).run();
    }

    private static void oneNumber(LeverTwin lever) {
        try (TwilioAccount account = lever.twilio()) {
            PhoneNumber first = done(account.numbers()).get(0);
            done(account.pointAt(
                    first.sid(), Map.of(Wire.VOICE_URL, first.voiceUrl().replace(NEW, OLD))));
        }
    }

    /** While people are at the new site, a route forwards there too. */
    private static void webhooksOnly(LeverTwin lever) {
        lever.twin.faults().switchOn(Side.NEW, Fault.MAILGUN_ROUTE_STILL_OLD);
        MailgunAccount account = lever.mailgun();
        MailRoute all = done(account.routes()).stream()
                .filter(route -> route.expression().equals("catch_all()"))
                .findFirst()
                .orElseThrow();
        done(account.pointRouteAt(all, NEW + "/mailgun-inbound"));
        done(account.pointWebhookAt(DOMAIN, EVENT, List.of(OLD + "/mailgun-bounce")));
        done(lever.mailgun(lever.secret("TWIN_MAILGUN_KEY"), lever.place("twin.mailgun.eu"))
                .pointWebhookAt("eu." + DOMAIN, EVENT, List.of(OLD + "/mailgun-bounce")));
    }

    private static void oneRule(LeverTwin lever) {
        AwsAccount account = lever.aws();
        String first = done(account.scheduledRules("intake-pro")).stream()
                .map(ScheduledRule::name)
                .filter(name -> name.endsWith("send_unopened_apps_notification"))
                .findFirst()
                .orElseThrow();
        done(account.switchRule(first, false));
    }

    private static void delete(LeverTwin lever) {
        String key = Base64.getEncoder()
                .encodeToString(("api:" + lever.secret("TWIN_MAILGUN_KEY")).getBytes(StandardCharsets.UTF_8));
        URI hook = URI.create(lever.value("twin.mailgun.us") + "/v3/domains/" + DOMAIN + "/webhooks/" + EVENT);
        HttpRequest request = HttpRequest.newBuilder(hook)
                .header("Authorization", "Basic " + key)
                .DELETE()
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T done(Told<T> told) {
        return told.value().orElseThrow(() -> new AssertionError(told.trouble()));
    }
}
