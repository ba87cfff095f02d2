package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import cutover.twin.site.Vendor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fronts do to the vendors' calls on their way to the application. */
class WebhookFrontsTest {

    private static final String QUERY = "?source=twilio&line=voicemail";
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @TempDir
    private Path folder;

    private Edge edge;
    private Client client;

    @BeforeEach
    void open() {
        edge = new Edge(folder);
        client = edge.client();
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aFormWithABinaryPartComesThroughUnharmed(Side side) throws Exception {
        byte[] body = Vendor.multipart(Map.of("a", "b"));

        assertThat(client.send("POST", site(side) + "/bytes", body, "Content-Type", "multipart/form-data; boundary=x")
                        .body())
                .isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aFormWithABinaryPartCanBeDamagedWhileOthersAreNot(Side side) throws Exception {
        edge.faults.switchOn(side, Fault.MULTIPART_DAMAGED);
        byte[] binary = {(byte) 0xff, 'a'};

        assertThat(client.send("POST", site(side) + "/bytes", binary, "Content-Type", "multipart/form-data; boundary=x")
                        .body())
                .isEqualTo("\ufffda".getBytes(StandardCharsets.UTF_8));
        assertThat(client.send("POST", site(side) + "/bytes", binary, "Content-Type", "application/octet-stream")
                        .body())
                .isEqualTo(binary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mailgun-bounce", "/phone/handle-incoming-call", "/phone/handle-new-message"})
    void aPostToAWebhookCanBeRedirectedToTheSlash(String path) throws Exception {
        for (Side side : Side.values()) {
            edge.faults.switchOn(side, Fault.WEBHOOKS_REDIRECTED);

            Client.Seen seen = client.send("POST", site(side) + path + "?a=b", "x=y");

            assertThat(seen.status()).isEqualTo(301);
            assertThat(seen.header("Location")).isEqualTo(path + "/?a=b");
            assertThat(client.get(site(side) + path).status()).isEqualTo(200);
            assertThat(client.send("POST", site(side) + "/echo", "x=y").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRedirectBelowTheStageStaysBelowIt() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.WEBHOOKS_REDIRECTED);

        assertThat(client.send("POST", "https://" + Hosts.GATEWAY + "/production/mailgun-bounce", "x=y")
                        .header("Location"))
                .isEqualTo("/production/mailgun-bounce/");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void theQueryOfACallComesInItsOwnOrderOrInAnother(Side side) throws Exception {
        assertThat(client.get(site(side) + "/phone/echo" + QUERY).text()).isEqualTo("|source=twilio&line=voicemail|");
        edge.faults.switchOn(side, Fault.VOICE_QUERY_REWRITTEN);

        assertThat(client.get(site(side) + "/phone/echo" + QUERY).text()).isEqualTo("|line=voicemail&source=twilio|");
        assertThat(client.get(site(side) + "/echo" + QUERY).text()).isEqualTo("|source=twilio&line=voicemail|");
        assertThat(client.get(site(side) + "/phone/echo").text()).isEqualTo("||");
    }

    @Test
    void theGatewayTakesTenMegabytesAndNotMore() throws Exception {
        assertThat(client.send("POST", site(Side.NEW) + "/bytes", new byte[TEN_MEGABYTES])
                        .body())
                .hasSize(TEN_MEGABYTES);

        Client.Seen refused = client.send("POST", site(Side.NEW) + "/bytes", new byte[TEN_MEGABYTES + 1]);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).isEqualTo("{\"message\":\"Request Too Long\"}");
        assertThat(refused.header("X-Cache")).isEqualTo("Error from cloudfront");
    }

    private static String site(Side side) {
        return "https://" + (side == Side.NEW ? Hosts.NEW : Hosts.OLD);
    }
}
