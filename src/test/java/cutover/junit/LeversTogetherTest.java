package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.provider.ChangeableZone;
import cutover.provider.RecordSet;
import cutover.provider.Told;
import cutover.provider.aws.AwsAccount;
import cutover.provider.aws.ScheduledRule;
import cutover.provider.heroku.HerokuApp;
import cutover.provider.mailgun.MailgunAccount;
import cutover.provider.twilio.PhoneNumber;
import cutover.provider.twilio.TwilioAccount;
import cutover.provider.twilio.Wire;
import cutover.twin.Moment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollback after the launch, by nothing but what people and their vendors' interfaces can do. */
class LeversTogetherTest {

    private static final String OLD_NAME = "clearmyrecord.codeforamerica.org";
    private static final String NEW_NAME = "www.clearmyrecord.org";
    private static final String APEX = "clearmyrecord.org";
    private static final String BOUNCE = "permanent_fail";

    @TempDir
    private static Path folder;

    private static LeverTwin lever;

    @BeforeAll
    static void start() {
        lever = new LeverTwin(folder);
    }

    @AfterAll
    static void end() {
        lever.close();
    }

    @Test
    void whatLeversChangeIsTheWorldThatTheMomentAfterARollbackHas() {
        lever.twin.at(Moment.BACK);
        Map<String, Object> wanted = seen();
        Map<String, RecordSet> names = names();
        lever.twin.at(Moment.SWITCHED);
        assertThat(seen()).isNotEqualTo(wanted);

        names("old", names, OLD_NAME);
        names("new", names, NEW_NAME, APEX);
        numbers();
        webhooks();
        tasks();

        assertThat(seen()).isEqualTo(wanted);
        lever.twin.at(Moment.BACK);
        assertThat(seen()).isEqualTo(wanted);
    }

    private static void names(String which, Map<String, RecordSet> wanted, String... names) {
        List<RecordSet> sets = List.of(names).stream()
                .flatMap(name ->
                        wanted.values().stream().filter(set -> set.name().equals(name)))
                .toList();
        assertThat(zone(which).replace(sets, List.of()).trouble()).isEmpty();
    }

    private static void numbers() {
        try (TwilioAccount account = lever.twilio()) {
            for (PhoneNumber number : done(account.numbers())) {
                String url = number.voiceUrl().replace("//" + NEW_NAME, "//" + OLD_NAME);
                done(account.pointAt(number.sid(), Map.of(Wire.VOICE_URL, url)));
            }
        }
    }

    private static void webhooks() {
        List<String> old = List.of("https://" + OLD_NAME + "/mailgun-bounce");
        done(lever.mailgun().pointWebhookAt(APEX, BOUNCE, old));
        done(europe().pointWebhookAt("eu." + APEX, BOUNCE, old));
    }

    private static void tasks() {
        AwsAccount account = lever.aws();
        rules(account).keySet().stream()
                .filter(name -> name.startsWith("intake-production-zappa_scheduled_tasks")
                        || name.endsWith("send_unopened_apps_notification"))
                .forEach(name -> done(account.switchRule(name, false)));
        done(lever.heroku().scale("clock", 1));
    }

    private static Map<String, Object> seen() {
        Map<String, Object> seen = new TreeMap<>();
        HerokuApp app = lever.heroku();
        seen.put("names", names());
        seen.put("resolved", List.of(lever.addresses(OLD_NAME), lever.addresses(NEW_NAME), lever.addresses(APEX)));
        seen.put("secondary", lever.answers("127.77.3.2", OLD_NAME));
        seen.put("webhooks", done(lever.mailgun().webhooks(APEX)));
        seen.put("webhooks in Europe", done(europe().webhooks("eu." + APEX)));
        seen.put("rules", rules(lever.aws()));
        seen.put("processes", done(app.formation()));
        seen.put("add-ons", done(app.addOns()));
        try (TwilioAccount account = lever.twilio()) {
            seen.put("numbers", done(account.numbers()));
        }
        return seen;
    }

    private static Map<String, RecordSet> names() {
        Map<String, RecordSet> names = new TreeMap<>();
        for (String type : List.of("A", "AAAA", "CNAME")) {
            names.put(OLD_NAME + " " + type, records("old", OLD_NAME, type));
            names.put(NEW_NAME + " " + type, records("new", NEW_NAME, type));
            names.put(APEX + " " + type, records("new", APEX, type));
        }
        return names;
    }

    private static RecordSet records(String which, String name, String type) {
        return done(zone(which).records(name, type));
    }

    /** The old name is at its registrar, the new one at Amazon. */
    private static ChangeableZone zone(String which) {
        return which.equals("old") ? lever.zone(which) : lever.hostedZone();
    }

    private static Map<String, String> rules(AwsAccount account) {
        Map<String, String> states = new TreeMap<>();
        for (ScheduledRule rule : done(account.scheduledRules(""))) {
            states.put(rule.name(), rule.state());
        }
        return states;
    }

    private static MailgunAccount europe() {
        return lever.mailgun(lever.secret("TWIN_MAILGUN_KEY"), lever.place("twin.mailgun.eu"));
    }

    private static <T> T done(Told<T> told) {
        return told.value().orElseThrow(() -> new AssertionError(told.trouble()));
    }
}
