package cutover.twin.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailgun.api.v1.MailgunAccountWebhooksApi;
import com.mailgun.api.v3.MailgunDomainsApi;
import com.mailgun.api.v3.MailgunWebhooksApi;
import com.mailgun.enums.DomainState;
import com.mailgun.enums.SpamAction;
import com.mailgun.enums.WebhookName;
import com.mailgun.model.domains.SingleDomainResponse;
import com.mailgun.model.webhooks.DomainWebhooksV4Request;
import com.mailgun.model.webhooks.WebhookRequest;
import com.mailgun.model.webhooks.WebhookUpdateRequest;
import com.mailgun.model.webhooks.Webhooks;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import feign.FeignException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WiringTest {

    private static final String NEW = "https://www.clearmyrecord.org/mailgun-bounce";
    private static final String OLD = "https://clearmyrecord.codeforamerica.org/mailgun-bounce";

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theOneWebhookOfEachDomainPointsToTheUsers() {
        Webhooks webhooks =
                rig.us(MailgunWebhooksApi.class).getAllWebhooks(Rig.US).getWebhooks();

        assertThat(webhooks.getPermanentFail().getUrls()).containsExactly(NEW);
        assertThat(webhooks.getDelivered()).isNull();
        assertThat(webhooks.getTemporaryFail()).isNull();
        assertThat(euBounces()).containsExactly(NEW);
        assertThat(rig.us(MailgunAccountWebhooksApi.class).getAllWebhooks().getWebhooks())
                .isEmpty();
    }

    @Test
    void theWebhooksFollowTheUsers() {
        rig.mailgun.usersAt(Side.OLD);

        assertThat(bounces()).containsExactly(OLD);
        assertThat(euBounces()).containsExactly(OLD);
    }

    @Test
    void aDomainIsReadInBothVersions() {
        SingleDomainResponse third = rig.us(MailgunDomainsApi.class).getSingleDomain(Rig.US);

        assertThat(third.getDomain().getName()).isEqualTo(Rig.US);
        assertThat(third.getDomain().getState()).isEqualTo(DomainState.ACTIVE);
        assertThat(third.getDomain().getSpamAction()).isEqualTo(SpamAction.DISABLED);
        assertThat(third.getDomain().getWildcard()).isFalse();
        assertThat(third.getReceivingDnsRecords()).allSatisfy(record -> {
            assertThat(record.getRecordType()).isEqualTo("MX");
            assertThat(record.getValid()).isEqualTo("valid");
        });
        assertThat(rig.us(com.mailgun.api.v4.MailgunDomainsApi.class).getSingleDomain(Rig.US))
                .isEqualTo(third);
        assertThat(rig.us(MailgunDomainsApi.class).getDomainsList().getItems()).containsExactly(third.getDomain());
    }

    @Test
    void aDomainOfTheOtherRegionIsUnknown() {
        MailgunDomainsApi us = rig.us(MailgunDomainsApi.class);

        assertThatThrownBy(() -> us.getSingleDomain(Rig.EU))
                .isInstanceOfSatisfying(
                        FeignException.NotFound.class,
                        e -> assertThat(e.contentUTF8())
                                .isEqualTo("{\"message\":\"Domain not found: eu.clearmyrecord.org\"}"));
        assertThat(rig.eu(MailgunDomainsApi.class)
                        .getSingleDomain(Rig.EU)
                        .getDomain()
                        .getName())
                .isEqualTo(Rig.EU);
    }

    @Test
    void webhooksAreCreatedChangedAndDeleted() {
        MailgunWebhooksApi api = rig.us(MailgunWebhooksApi.class);
        WebhookName delivered = WebhookName.DELIVERED;

        assertThat(api.createNewWebhook(
                                Rig.US,
                                WebhookRequest.builder()
                                        .webhookName(delivered)
                                        .urls(List.of("https://a.example/1", "https://a.example/2"))
                                        .build())
                        .getMessage())
                .isEqualTo("Webhook has been created");
        assertThat(api.getWebhookDetails(Rig.US, delivered).getWebhook().getUrls())
                .containsExactly("https://a.example/1", "https://a.example/2");
        api.updateWebhook(
                Rig.US,
                delivered,
                WebhookUpdateRequest.builder().url("https://b.example/").build());
        assertThat(api.getWebhookDetails(Rig.US, delivered).getWebhook().getUrls())
                .containsExactly("https://b.example/");
        assertThat(api.deleteWebhook(Rig.US, delivered).getWebhook().getUrls()).containsExactly("https://b.example/");
        assertThatThrownBy(() -> api.getWebhookDetails(Rig.US, delivered)).isInstanceOf(FeignException.NotFound.class);
    }

    @Test
    void aWebhookThatExistsOrHasNoAddressIsNotCreated() {
        MailgunWebhooksApi api = rig.us(MailgunWebhooksApi.class);

        assertThatThrownBy(() -> api.createNewWebhook(
                        Rig.US,
                        WebhookRequest.builder()
                                .webhookName(WebhookName.PERMANENT_FAIL)
                                .url("https://a.example/")
                                .build()))
                .isInstanceOf(FeignException.BadRequest.class);
        assertThatThrownBy(() -> api.createNewWebhook(
                        Rig.US,
                        WebhookRequest.builder()
                                .webhookName(WebhookName.OPENED)
                                .url("a.example")
                                .build()))
                .isInstanceOfSatisfying(
                        FeignException.BadRequest.class,
                        e -> assertThat(e.contentUTF8()).contains("invalid url: a.example"));
    }

    @Test
    void versionFourHasTheUrlInHand() {
        com.mailgun.api.v4.MailgunWebhooksApi api = rig.us(com.mailgun.api.v4.MailgunWebhooksApi.class);
        String url = "https://a.example/";

        Webhooks created = api.createWebhooks(Rig.US, urlFor(url, "delivered", "permanent_fail"))
                .getWebhooks();
        assertThat(created.getDelivered().getUrls()).containsExactly(url);
        assertThat(created.getPermanentFail().getUrls()).containsExactly(NEW, url);

        Webhooks updated = api.updateWebhooks(Rig.US, urlFor(url, "opened")).getWebhooks();
        assertThat(updated.getOpened().getUrls()).containsExactly(url);
        assertThat(updated.getDelivered()).isNull();
        assertThat(updated.getPermanentFail().getUrls()).containsExactly(NEW);

        assertThat(api.deleteWebhooks(Rig.US, url).getWebhooks().getOpened()).isNull();
    }

    @Test
    void clearForgetsChangesAndKeepsWhatWasThereAtTheStart() {
        rig.us(MailgunWebhooksApi.class).deleteWebhook(Rig.US, WebhookName.PERMANENT_FAIL);

        rig.mailgun.clear();

        assertThat(bounces()).containsExactly(NEW);
    }

    @Test
    void oneRegionCanStayBehindWithoutTheOther() {
        rig.on(Fault.MAILGUN_STILL_OLD);
        assertThat(bounces()).containsExactly(OLD);
        assertThat(euBounces()).containsExactly(NEW);

        rig.off(Fault.MAILGUN_STILL_OLD);
        rig.on(Fault.MAILGUN_EU_STILL_OLD);
        assertThat(bounces()).containsExactly(NEW);
        assertThat(euBounces()).containsExactly(OLD);
    }

    @Test
    void whatIsStillOldDependsOnWhereTheUsersAre() {
        rig.mailgun.usersAt(Side.OLD);
        rig.on(Fault.MAILGUN_STILL_OLD);

        assertThat(bounces()).containsExactly(NEW);
    }

    @Test
    void theWebhookCanBeGoneOrPointToBothHosts() {
        rig.on(Fault.MAILGUN_EXTRA_WEBHOOK);
        assertThat(bounces()).containsExactly(NEW, OLD);

        rig.on(Fault.MAILGUN_WEBHOOK_GONE);
        assertThat(rig.us(MailgunWebhooksApi.class)
                        .getAllWebhooks(Rig.US)
                        .getWebhooks()
                        .getPermanentFail())
                .isNull();
    }

    @Test
    void whatAPersonChangesRepairsWhatWasLeftBehind() {
        rig.on(Fault.MAILGUN_STILL_OLD);

        rig.us(MailgunWebhooksApi.class)
                .updateWebhook(
                        Rig.US,
                        WebhookName.PERMANENT_FAIL,
                        WebhookUpdateRequest.builder().url(NEW).build());

        assertThat(bounces()).containsExactly(NEW);
    }

    private List<String> bounces() {
        return rig.us(MailgunWebhooksApi.class)
                .getWebhookDetails(Rig.US, WebhookName.PERMANENT_FAIL)
                .getWebhook()
                .getUrls();
    }

    private List<String> euBounces() {
        return rig.eu(MailgunWebhooksApi.class)
                .getWebhookDetails(Rig.EU, WebhookName.PERMANENT_FAIL)
                .getWebhook()
                .getUrls();
    }

    private static DomainWebhooksV4Request urlFor(String url, String... events) {
        return DomainWebhooksV4Request.builder()
                .url(url)
                .eventTypes(List.of(events))
                .build();
    }
}
