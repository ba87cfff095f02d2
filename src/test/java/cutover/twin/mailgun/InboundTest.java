package cutover.twin.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mailgun.api.v3.MailgunRoutesApi;
import com.mailgun.api.v3.MailgunStoreMessagesApi;
import com.mailgun.client.MailgunClient;
import com.mailgun.model.message.StoreMessageResponse;
import com.mailgun.model.routes.Route;
import com.mailgun.model.routes.RoutesPageRequest;
import com.mailgun.model.routes.RoutesRequest;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import feign.FeignException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Routes, and the mail that goes through them. */
class InboundTest {

    private static final String INBOX = "uat.cutover@clearmyrecord.org";
    private static final byte[] MAIL = ("From: App <app@clearmyrecord.org>\r\nTo: uat.cutover@clearmyrecord.org\r\n"
                    + "Subject: =?utf-8?Q?R=C3=A9sum=C3=A9?=\r\nMessage-ID: <m1@clearmyrecord.org>\r\n"
                    + "Content-Type: text/plain; charset=utf-8\r\n\r\nHello there\r\n")
            .getBytes(StandardCharsets.UTF_8);

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theRoutesOfTheStartAreThere() {
        List<Route> routes = routes().getRoutesList().getItems();

        assertThat(routes)
                .extracting(Route::getExpression)
                .containsExactly(
                        "match_recipient(\"uat.cutover@clearmyrecord.org\")",
                        "match_recipient(\"bob@clearmyrecord.org\")",
                        "match_recipient(\"clara.cfa@clearmyrecord.org\")");
        assertThat(routes.get(0).getPriority()).isZero();
        assertThat(routes.get(0).getActions()).containsExactly("store()", "stop()");
        assertThat(routes().getSingleRoute(routes.get(0).getId()).getRoute()).isEqualTo(routes.get(0));
        assertThat(rig.eu(MailgunRoutesApi.class).getRoutesList().getItems()).isEmpty();
    }

    @Test
    void routesComeInPages() {
        assertThat(routes().getRoutesList(
                                RoutesPageRequest.builder().skip(1).limit(1).build()))
                .satisfies(page -> {
                    assertThat(page.getTotalCount()).isEqualTo(3);
                    assertThat(page.getItems())
                            .extracting(Route::getExpression)
                            .containsExactly("match_recipient(\"bob@clearmyrecord.org\")");
                });
    }

    @Test
    void aRouteIsCreatedChangedAndDeleted() {
        Route created = routes().createRoute(forward("joe@clearmyrecord.org", "https://a.example/in"))
                .getRoute();
        assertThat(rig.mailgun.takes("joe@clearmyrecord.org")).isTrue();

        Route updated = routes().updateRoute(
                        created.getId(),
                        RoutesRequest.builder()
                                .priority(7)
                                .expression("match_recipient('jane@clearmyrecord.org')")
                                .action("store()")
                                .build());
        assertThat(updated.getPriority()).isEqualTo(7);
        assertThat(updated.getActions()).containsExactly("store()");
        assertThat(rig.mailgun.takes("joe@clearmyrecord.org")).isFalse();
        assertThat(rig.mailgun.takes("jane@clearmyrecord.org")).isTrue();

        routes().deleteRoute(created.getId());
        assertThatThrownBy(() -> routes().getSingleRoute(created.getId())).isInstanceOf(FeignException.NotFound.class);
    }

    @Test
    void aRouteOfTheStartCanBeDeletedUntilItIsCleared() {
        routes().deleteRoute(routes().getRoutesList().getItems().get(0).getId());
        assertThat(rig.mailgun.takes(INBOX)).isFalse();

        rig.mailgun.clear();
        assertThat(rig.mailgun.takes(INBOX)).isTrue();
    }

    @Test
    void whatIsNotInTheVendorsLanguageIsNoRoute() {
        assertThatThrownBy(() -> routes().createRoute(RoutesRequest.builder()
                        .expression("match_everybody()")
                        .action("store()")
                        .build()))
                .isInstanceOf(FeignException.BadRequest.class);
        assertThatThrownBy(() -> routes().createRoute(RoutesRequest.builder()
                        .expression("catch_all()")
                        .action("shred()")
                        .build()))
                .isInstanceOf(FeignException.BadRequest.class);
    }

    @Test
    void onlyAddressesThatARouteKeepsAreTaken() {
        assertThat(rig.mailgun.takes(INBOX)).isTrue();
        assertThat(rig.mailgun.takes("UAT.Cutover@ClearMyRecord.org")).isTrue();
        assertThat(rig.mailgun.takes("clara.cfa@clearmyrecord.org")).isTrue();
        assertThat(rig.mailgun.takes("stranger@clearmyrecord.org")).isFalse();
        assertThat(rig.mailgun.takes("uat.cutover@example.com")).isFalse();
    }

    @Test
    void storedMailIsFoundThroughItsEvent() {
        rig.mailgun.receive(INBOX, MAIL);

        String url = stored();
        StoreMessageResponse mail = at(url).retrieveMessage();

        assertThat(url).startsWith(rig.usUrl() + "v3/domains/clearmyrecord.org/messages/");
        assertThat(mail.getRecipients()).isEqualTo(INBOX);
        assertThat(mail.getSender()).isEqualTo("app@clearmyrecord.org");
        assertThat(mail.getSubject()).isEqualTo("R\u00e9sum\u00e9");
        assertThat(mail.getBodyPlain()).isEqualToIgnoringNewLines("Hello there");
        assertThat(mail.getMessageId()).isEqualTo("<m1@clearmyrecord.org>");
        assertThat(mail.getHeaders()).contains(List.of("To", INBOX));
    }

    @Test
    void theWholeMessageIsThereForWhoAsksForIt() throws Exception {
        rig.mailgun.receive(INBOX, MAIL);

        JsonNode mail = new ObjectMapper()
                .readTree(rig.call("GET", stored(), "message/rfc2822", "").body());

        assertThat(mail.path("body-mime").asText()).isEqualTo(new String(MAIL, StandardCharsets.UTF_8));
    }

    @Test
    void storedMailCanBeDeletedAndIsForgottenWithTheRest() throws Exception {
        rig.mailgun.receive(INBOX, MAIL);
        String deleted = stored();

        assertThat(rig.call("DELETE", deleted, "*/*", "").statusCode()).isEqualTo(200);
        assertThat(rig.call("GET", deleted, "*/*", "").statusCode()).isEqualTo(404);

        rig.mailgun.receive(INBOX, MAIL);
        String cleared = stored();
        rig.mailgun.clear();
        assertThat(rig.call("GET", cleared, "*/*", "").statusCode()).isEqualTo(404);
    }

    @Test
    void mailToAUserGoesOnToAnotherAddress() {
        rig.mailgun.receive("clara.cfa@clearmyrecord.org", MAIL);

        assertThat(Awaitility.await().until(() -> rig.sent, sent -> !sent.isEmpty()))
                .extracting(Rig.Sent::to)
                .containsExactly("clara@codeforamerica.org");
    }

    @Test
    void mailForAUrlIsASignedForm() throws Exception {
        routes().createRoute(forward("joe@clearmyrecord.org", "https://a.example/in"));

        rig.mailgun.receive("joe@clearmyrecord.org", MAIL);

        Posted form = Posted.form(rig.web.awaited(1).get(0));
        assertThat(rig.web.asked().get(0).url()).isEqualTo(URI.create("https://a.example/in"));
        assertThat(form.fields())
                .containsEntry("recipient", "joe@clearmyrecord.org")
                .containsEntry("sender", "app@clearmyrecord.org")
                .containsEntry("subject", "R\u00e9sum\u00e9");
        assertThat(form.field("body-plain")).isEqualToIgnoringNewLines("Hello there");
        assertThat(form.field("signature"))
                .isEqualTo(Posted.signature(rig.mailgun.apiKey(), form.field("timestamp"), form.field("token")));
    }

    @Test
    void aRouteThatStopsKeepsTheMailFromThoseBelow() {
        routes().createRoute(RoutesRequest.builder()
                .priority(1)
                .expression("match_recipient(\".*@clearmyrecord.org\")")
                .action("store()")
                .build());

        rig.mailgun.receive(INBOX, MAIL);
        assertThat(rig.events("stored")).hasSize(1);

        rig.mailgun.receive("clara.cfa@clearmyrecord.org", MAIL);
        assertThat(rig.events("stored")).hasSize(2);
        assertThat(Awaitility.await().until(() -> rig.sent, sent -> !sent.isEmpty()))
                .extracting(Rig.Sent::to)
                .containsExactly("clara@codeforamerica.org");
    }

    @Test
    void aRouteCanLookAtHeaders() {
        routes().createRoute(RoutesRequest.builder()
                .expression("match_header(\"subject\", \"R.sum\")")
                .action("store()")
                .build());

        rig.mailgun.receive("stranger@clearmyrecord.org", MAIL);

        assertThat(rig.events("stored")).hasSize(1);
    }

    @Test
    void whatNoRouteTakesLeavesNoTrace() {
        rig.mailgun.receive("stranger@clearmyrecord.org", MAIL);
        rig.mailgun.receive("stranger@example.com", MAIL);

        assertThat(rig.events()).isEmpty();
    }

    @Test
    void aRouteCanStillForwardToTheOtherHost() {
        rig.on(Fault.MAILGUN_ROUTE_STILL_OLD);

        assertThat(routes().getRoutesList().getItems()).last().satisfies(route -> {
            assertThat(route.getExpression()).isEqualTo("catch_all()");
            assertThat(route.getActions())
                    .containsExactly("forward(\"https://clearmyrecord.codeforamerica.org/mailgun-inbound\")");
        });
        rig.mailgun.receive("stranger@clearmyrecord.org", MAIL);
        assertThat(rig.web.awaited(1).get(0).url().getHost()).isEqualTo("clearmyrecord.codeforamerica.org");

        rig.mailgun.usersAt(Side.OLD);
        assertThat(routes().getRoutesList().getItems().get(3).getActions())
                .containsExactly("forward(\"https://www.clearmyrecord.org/mailgun-inbound\")");
    }

    @Test
    void theCatchAllIsOnlyForWhatNothingElseTook() {
        rig.on(Fault.MAILGUN_ROUTE_STILL_OLD);
        routes().createRoute(RoutesRequest.builder()
                .expression("match_recipient(\"kept@clearmyrecord.org\")")
                .action("store()")
                .build());

        rig.mailgun.receive("kept@clearmyrecord.org", MAIL);
        rig.mailgun.receive("stranger@clearmyrecord.org", MAIL);

        assertThat(rig.web.awaited(1))
                .extracting(call -> Posted.form(call).field("recipient"))
                .containsExactly("stranger@clearmyrecord.org");
    }

    private MailgunRoutesApi routes() {
        return rig.us(MailgunRoutesApi.class);
    }

    private static RoutesRequest forward(String recipient, String url) {
        return RoutesRequest.builder()
                .priority(3)
                .description("test")
                .expression("match_recipient(\"" + recipient + "\")")
                .action("forward(\"" + url + "\")")
                .build();
    }

    private String stored() {
        return rig.events("stored").get(0).getStorage().getUrl();
    }

    private MailgunStoreMessagesApi at(String url) {
        return MailgunClient.config(url, rig.mailgun.apiKey()).createApiWithAbsoluteUrl(MailgunStoreMessagesApi.class);
    }
}
