package cutover.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.config.Secret;
import cutover.provider.Told;
import cutover.provider.aws.AwsAccount;
import cutover.provider.aws.Bucket;
import cutover.provider.aws.ScheduledRule;
import cutover.twin.Deed;
import cutover.twin.Harm;
import cutover.twin.Moment;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Switching rules and keys, opening the database and putting files, with Amazon's own SDK, on the twin. */
class AwsLeverTest extends OneLeverTwin {

    private static final String RULE = "intake-production-zappa_scheduled_tasks.send_followups";
    private static final String DATABASE = "cmr-production-r1-database";
    private static final String USER = "cmr-heroku-media";
    private static final String NAME = "cmr-production.rds.example";

    private static final String MEDIA = "cmr-production-media";
    private static final String FORM = "filled_pdfs/filled_0001-000008.pdf";

    private AwsAccount account;

    @BeforeEach
    void signIn() {
        account = lever.aws();
    }

    @Test
    void aRuleIsSwitchedOffAndOnAgain() {
        assertThat(rule().isOn()).isTrue();

        assertThat(account.switchRule(RULE, false)).isEqualTo(Told.value(false));

        assertThat(rule().state()).isEqualTo("DISABLED");
        assertThat(account.switchRule(RULE, true)).isEqualTo(Told.value(true));
        assertThat(rule().state()).isEqualTo("ENABLED");
    }

    @Test
    void aRuleStaysAsItWasSwitchedWhateverBreaksUntilTheMomentIsSetAnew() {
        account.switchRule(RULE, false);
        lever.twin.faults().switchOn(Side.NEW, Fault.TASKS_ON_BOTH_SIDES);
        assertThat(rule().isOn()).isFalse();
        lever.twin.at(Moment.SWITCHED);
        assertThat(rule().isOn()).isTrue();
        account.switchRule(RULE, false);
        lever.twin.reset();
        assertThat(rule().isOn()).isTrue();
        account.switchRule(RULE, true);
        lever.twin.set(Deed.TASKS_MOVED, false);
        assertThat(rule().isOn()).isFalse();
    }

    @Test
    void aDatabaseIsMadePrivateAndPublicAndItsNameFollows() {
        assertThat(account.databaseIsPublic(DATABASE)).isEqualTo(Told.value(true));

        assertThat(account.openDatabase(DATABASE, false)).isEqualTo(Told.value(false));

        assertThat(account.databaseIsPublic(DATABASE)).isEqualTo(Told.value(false));
        assertThat(lever.addresses(NAME)).containsExactly("10.0.3.7");
        assertThat(account.openDatabase(DATABASE, true)).isEqualTo(Told.value(true));
        assertThat(lever.addresses(NAME)).containsExactly("203.0.113.60");
        account.openDatabase(DATABASE, false);
        lever.twin.reset();
        assertThat(lever.addresses(NAME)).containsExactly("203.0.113.60");
    }

    @Test
    void theOldHostsKeyIsSwitchedOffAndOnAndTheServicesFollow() {
        String key = lever.secret("TWIN_RETIRED_ACCESS_KEY_ID");
        AwsAccount old =
                lever.aws(key, lever.secret("TWIN_RETIRED_SECRET_ACCESS_KEY"), lever.place("twin.aws.endpoint"));
        assertThat(account.accessKeys(USER)).isEqualTo(Told.value(Map.of(key, true)));

        assertThat(account.switchAccessKey(USER, key, false)).isEqualTo(Told.value(false));

        assertThat(account.accessKeys(USER)).isEqualTo(Told.value(Map.of(key, false)));
        assertThat(old.caller().trouble()).contains("403 InvalidClientTokenId");
        assertThat(lever.twin.is(Deed.KEY_REMOVED)).isTrue();
        assertThat(account.switchAccessKey(USER, key, true)).isEqualTo(Told.value(true));
        assertThat(old.caller().trouble()).isEmpty();
        account.switchAccessKey(USER, key, false);
        lever.twin.reset();
        assertThat(account.accessKeys(USER)).isEqualTo(Told.value(Map.of(key, true)));
    }

    @Test
    void theOldHostsUserStandsWhereItsKeyDoes() {
        KeyLever user = new KeyLever(
                "media-user", account, USER, Secret.of("KEY_ID", lever.secret("TWIN_RETIRED_ACCESS_KEY_ID")));

        assertThat(user.position()).isEqualTo("there");
        assertThat(user.pull("gone")).isEqualTo("the key of " + USER + " does not work any more");
        assertThat(user.position()).isEqualTo("gone");
        assertThat(user.pull("there")).isEqualTo("the key of " + USER + " works");
        assertThat(user.position()).isEqualTo("there");
        assertThat(new KeyLever("media-user", account, "nobody", user.key()).position())
                .isEqualTo("gone");
    }

    @Test
    void aFileIsPutInThePlaceOfAnotherUntilTheMomentIsSetAnew() {
        assertThat(begins(FORM)).isEqualTo("%PDF-");

        assertThat(account.put(MEDIA, FORM, "text/plain", "other".getBytes(UTF_8))
                        .trouble())
                .isEmpty();

        assertThat(begins(FORM)).isEqualTo("other");
        account.put(MEDIA, "filled_pdfs/new: one.pdf", "text/plain", "fresh".getBytes(UTF_8));
        assertThat(begins("filled_pdfs/new: one.pdf")).isEqualTo("fresh");
        lever.twin.at(Moment.SWITCHED);
        assertThat(begins(FORM)).isEqualTo("%PDF-");
        account.put(MEDIA, FORM, "text/plain", "other".getBytes(UTF_8));
        lever.twin.reset();
        assertThat(begins(FORM)).isEqualTo("%PDF-");
    }

    @Test
    void filesAreTakenBackToWhatWasKeptWithTheDatabase() {
        account.put(MEDIA, FORM, "text/plain", "kept.".getBytes(UTF_8));
        lever.twin.keepData();
        lever.twin.befalls(Harm.PEOPLE_MIXED_UP);
        assertThat(begins(FORM)).isEqualTo("%PDF-");

        lever.twin.takeBackData();

        assertThat(begins(FORM)).isEqualTo("kept.");
    }

    @Test
    void theOldHostsKeyMayReadFilesAndPutNone() {
        AwsAccount old = lever.aws(
                lever.secret("TWIN_RETIRED_ACCESS_KEY_ID"),
                lever.secret("TWIN_RETIRED_SECRET_ACCESS_KEY"),
                lever.place("twin.aws.endpoint"));

        assertThat(old.put(MEDIA, FORM, "text/plain", new byte[1]).trouble())
                .contains("403 AccessDenied", "s3:PutObject");
        assertThat(account.put("other", FORM, "text/plain", new byte[1]).trouble())
                .contains("404 NoSuchBucket");
        assertThat(begins(FORM)).isEqualTo("%PDF-");
    }

    private String begins(String key) {
        try (Bucket bucket = lever.bucket(MEDIA)) {
            return new String(bucket.begins(key, 5).value().orElseThrow().bytes(), UTF_8);
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(account.accessKeys("nobody").trouble())
                .isEqualTo("it refuses our call with 404 NoSuchEntity: The user with name nobody cannot be found.");
        assertThat(account.switchAccessKey(USER, "AKIAOTHER", true).trouble())
                .isEqualTo(
                        "it refuses our call with 404 NoSuchEntity: The Access Key with id AKIAOTHER cannot be found.");
        assertThat(account.switchRule("other", true).trouble())
                .isEqualTo("it refuses our call with 400 ResourceNotFoundException: Rule other does not exist on"
                        + " EventBus default.");
        assertThat(account.openDatabase("other", true).trouble())
                .isEqualTo("it refuses our call with 404 DBInstanceNotFound: DBInstance other not found.");
        assertThat(account.databaseIsPublic("other").trouble()).contains("404 DBInstanceNotFound");
    }

    @Test
    void aWrongKeyAndAMissingPermissionAreRefused() {
        AwsAccount stranger = lever.aws("AKIAOTHER", "wrong", lever.place("twin.aws.endpoint"));
        assertThat(stranger.switchRule(RULE, false).trouble()).contains("UnrecognizedClientException");
        assertThat(stranger.openDatabase(DATABASE, false).trouble()).contains("403 InvalidClientTokenId");

        lever.twin.faults().switchOn(Side.NEW, Fault.ACCOUNT_REFUSES);
        assertThat(account.switchRule(RULE, false).trouble())
                .contains("AccessDeniedException")
                .contains("events:DisableRule");
        assertThat(account.openDatabase(DATABASE, false).trouble()).contains("rds:ModifyDBInstance");
        assertThat(account.switchAccessKey(USER, lever.secret("TWIN_RETIRED_ACCESS_KEY_ID"), false)
                        .trouble())
                .contains("403 AccessDenied")
                .contains("iam:UpdateAccessKey");
        assertThat(lever.twin.is(Deed.KEY_REMOVED)).isFalse();

        lever.twin.faults().clear();
        assertThat(rule().isOn()).isTrue();
        assertThat(account.databaseIsPublic(DATABASE)).isEqualTo(Told.value(true));
    }

    @Test
    void nobodyThereIsTroubleOfOurs() throws IOException {
        AwsAccount lost = lever.aws("AKIAOTHER", "wrong", LeverTwin.nowhere());

        assertThat(lost.switchRule(RULE, false)).isInstanceOf(Told.Unavailable.class);
        assertThat(lost.openDatabase(DATABASE, false)).isInstanceOf(Told.Unavailable.class);
    }

    private ScheduledRule rule() {
        return account.scheduledRules(RULE).value().orElseThrow().get(0);
    }
}
