package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontsTest {

    private static final String NEW = "https://" + Hosts.NEW;
    private static final String OLD = "https://" + Hosts.OLD;
    private static final String GATEWAY = "https://" + Hosts.GATEWAY;

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

    @Test
    void theNewSiteIsKnownByTheGatewaysHeaders() throws Exception {
        Client.Seen seen = client.get(NEW + "/health/");

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).isEqualTo("Everything seems fine");
        assertThat(seen.header("Via")).matches("1\\.1 [0-9a-f]{32}\\.cloudfront\\.net \\(CloudFront\\)");
        assertThat(seen.header("X-Cache")).isEqualTo("Miss from cloudfront");
        assertThat(seen.header("x-amzn-RequestId")).matches("[0-9a-f-]{36}");
        assertThat(seen.header("X-Amz-Cf-Id")).hasSize(56);
        assertThat(seen.header("x-amzn-Remapped-Content-Length")).isEqualTo("21");
        assertThat(seen.header("Server")).isEmpty();
    }

    @Test
    void theOldSiteIsKnownByTheRoutersHeaders() throws Exception {
        Client.Seen seen = client.get(OLD + "/health/");

        assertThat(seen.header("Via")).isEqualTo("1.1 vegur");
        assertThat(seen.header("Server")).isEqualTo("gunicorn/19.7.1");
        assertThat(seen.header("X-Cache")).isEmpty();
    }

    @Test
    void plainHttpIsSentToHttps() throws Exception {
        Client.Seen newSite = client.get("http://" + Hosts.NEW + "/a%20b?c=d");
        Client.Seen oldSite = client.get("http://" + Hosts.OLD + "/");

        assertThat(newSite.status()).isEqualTo(301);
        assertThat(newSite.header("Location")).isEqualTo(NEW + "/a%20b?c=d");
        assertThat(oldSite.status()).isEqualTo(301);
        assertThat(oldSite.header("Location")).isEqualTo(OLD + "/");
    }

    @Test
    void theGatewaysOwnAddressKnowsOnlyItsStage() throws Exception {
        assertThat(client.get(GATEWAY + "/production/echo").text()).isEqualTo("/production||");
        assertThat(client.get(GATEWAY + "/production").status()).isEqualTo(200);
        assertThat(client.get(GATEWAY + "/").text()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");

        Client.Seen outside = client.get(GATEWAY + "/accounts/login/");
        assertThat(outside.status()).isEqualTo(403);
        assertThat(outside.text()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(outside.header("X-Cache")).isEqualTo("Error from cloudfront");
    }

    @Test
    void theGatewaysOwnAddressServesNoOtherName() throws Exception {
        Client.Seen forged = client.get(GATEWAY + "/production/health/", "Host", "forged.example");

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.text()).isEqualTo("{\"message\":\"Forbidden\"}");
    }

    @Test
    void theGatewayMakesADictOfTheQueryAndTheRouterDoesNot() throws Exception {
        assertThat(client.get(NEW + "/echo?a=1&b=x%2Cy&a=2").text()).isEqualTo("|a=2&b=x%2Cy|");
        assertThat(client.get(OLD + "/echo?a=1&b=x%2Cy&a=2").text()).isEqualTo("|a=1&b=x%2Cy&a=2|");
    }

    @Test
    void severalCookiesAndPdfsComeThroughUnharmed() throws Exception {
        assertThat(client.get(NEW + "/cookies").all("Set-Cookie")).containsExactly("csrftoken=a", "sessionid=b");
        assertThat(client.get(NEW + "/pdf", "Accept-Encoding", "gzip", "Accept", "text/html")
                        .body())
                .isEqualTo(SmallSite.PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2Fb", "//a", "/a;b=c", "/caf%C3%A9"})
    void oddPathsReachTheApplication(String path) throws Exception {
        assertThat(client.get(NEW + path).text()).isEqualTo("<p>a page</p>");
    }

    @Test
    void aHeadHasNoBodyButItsLength() throws Exception {
        Client.Seen seen = client.send("HEAD", NEW + "/health/", "");

        assertThat(seen.body()).isEmpty();
        assertThat(seen.header("Content-Length")).isEqualTo("21");
    }

    @Test
    void theGatewayCanHaveNoMappingForTheDomainWhileItsOwnAddressWorks() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.GATEWAY_FORBIDDEN);

        assertThat(client.get(NEW + "/").text()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(client.get(GATEWAY + "/production/").status()).isEqualTo(200);
    }

    @Test
    void theGatewayCanWantAToken() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.GATEWAY_WANTS_TOKEN);

        assertThat(client.get(NEW + "/").status()).isEqualTo(403);
        assertThat(client.get(GATEWAY + "/production/").text()).contains("Missing Authentication Token");
    }

    @Test
    void pagesCanArriveAsBase64() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.BODIES_BASE64);

        Client.Seen seen = client.get(NEW + "/health/");

        assertThat(Base64.getDecoder().decode(seen.body())).asString().isEqualTo("Everything seems fine");
        assertThat(seen.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void postedFormsCanArriveAsBase64() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.POSTS_BASE64);

        String encoded = Base64.getEncoder().encodeToString("login=me".getBytes(StandardCharsets.UTF_8));
        assertThat(client.send("POST", NEW + "/echo", "login=me").text()).isEqualTo("||" + encoded);
    }

    @Test
    void theFunctionCanCrash() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.FUNCTION_CRASHES);
        edge.faults.switchOn(Side.OLD, Fault.FUNCTION_CRASHES);

        assertThat(client.get(NEW + "/").text()).isEqualTo("{\"message\": \"Internal server error\"}");
        assertThat(client.get(NEW + "/").status()).isEqualTo(502);
        assertThat(client.get(OLD + "/").status()).isEqualTo(503);
    }

    @Test
    void pagesCanBeSlow() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.SLOW_PAGES);
        Instant start = edge.clock.instant();

        client.get(NEW + "/stats/");

        assertThat(Duration.between(start, edge.clock.instant())).isGreaterThan(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void anotherServiceCanAnswerTheHealthAddress(Side side) throws Exception {
        edge.faults.switchOn(side, Fault.FOREIGN_HEALTH);
        String site = side == Side.NEW ? NEW : OLD;

        assertThat(client.get(site + "/health/").status()).isEqualTo(200);
        assertThat(client.get(site + "/health/").text()).doesNotContain("Everything");
        assertThat(client.get(site + "/").text()).isEqualTo("<p>a page</p>");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aParkingPageCanAnswerEverything(Side side) throws Exception {
        edge.faults.switchOn(side, Fault.PARKING_PAGE);
        String site = side == Side.NEW ? NEW : OLD;

        assertThat(client.get(site + "/anything").status()).isEqualTo(200);
        assertThat(client.get(site + "/anything").text()).contains("parked");
    }

    @Test
    void aCacheCanServeThePageOfOneUserToTheNext() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.STALE_CACHE);

        client.get(NEW + "/mine", "Cookie", "sessionid=first");
        Client.Seen second = client.get(NEW + "/mine", "Cookie", "sessionid=second");

        assertThat(second.text()).contains("sessionid=first");
        assertThat(second.header("X-Cache")).isEqualTo("Hit from cloudfront");
        assertThat(second.header("Age")).isNotEmpty();
        edge.faults.clear();
        assertThat(client.get(NEW + "/mine", "Cookie", "sessionid=second").text())
                .contains("sessionid=second");
    }

    @Test
    void severalCookiesCanCollapseIntoOne() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.COOKIES_COLLAPSED);

        assertThat(client.get(NEW + "/cookies").all("Set-Cookie")).containsExactly("sessionid=b");
    }

    @Test
    void theErrorPageCanHangUntilTheGatewayGivesUp() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.EGRESS_BLOCKED);

        Client.Seen seen = client.get(NEW + "/boom");

        assertThat(seen.status()).isEqualTo(504);
        assertThat(seen.text()).isEqualTo("{\"message\": \"Endpoint request timed out\"}");
        assertThat(edge.ground.mail().toAlerts()).isEmpty();
        assertThat(client.get(NEW + "/").status()).isEqualTo(200);
    }
}
