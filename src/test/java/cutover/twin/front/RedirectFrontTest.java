package cutover.twin.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.probe.http.Answered;
import cutover.probe.http.Chain;
import cutover.probe.http.CookieJar;
import cutover.probe.http.Header;
import cutover.twin.front.Forwarding.Form;
import cutover.twin.front.Forwarding.Posts;
import cutover.twin.front.Forwarding.Query;
import cutover.twin.web.WebResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectFrontTest {

    private static final String OLD = "old.example.org";
    private static final String NEW = "https://www.example.org";
    private static final Forwarding WELL = Forwarding.to(NEW);
    private static final String ODD =
            "/a%2Fb/%C3%BC/c;v=1/d+e?ids=1,2&keys=a%7Cb&next=%2Fhome%2F&s=a+b&k=1&k=2&k=&q=%C3%BC";

    /** The three platforms. */
    enum Kind {
        BUCKET,
        EDGE,
        REGISTRAR;

        Front front(AtomicReference<Forwarding> forwarding) {
            return switch (this) {
                case BUCKET -> RedirectFront.bucket(OLD, forwarding::get, Street.IDS);
                case EDGE -> RedirectFront.edge(OLD, forwarding::get, Street.IDS);
                case REGISTRAR -> RedirectFront.registrar(OLD, forwarding::get);
            };
        }

        Street street(Forwarding forwarding) {
            return new Street(OLD, front(new AtomicReference<>(forwarding)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void pathAndQueryGoAlongAsTheyCame(Kind kind) {
        try (Street street = kind.street(WELL)) {
            Answered seen = street.get("http://" + OLD + ODD);

            assertThat(seen.status()).isEqualTo(302);
            assertThat(seen.headers("Location")).containsExactly(NEW + ODD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?keys=a|b", "/?a[]=1&b=\"x\"", "/?next=http://x/?y=1", "//double", "/a%252Fb?c=%2541"})
    void whatClientsSendUnescapedStaysUnescaped(String target) throws Exception {
        try (Street street = Kind.BUCKET.street(WELL)) {
            assertThat(street.raw(OLD, target)).contains("\r\nLocation: " + NEW + target + "\r\n");
        }
    }

    @Test
    void aBucketIsKnownByItsHeaders() {
        try (Street street = Kind.BUCKET.street(WELL)) {
            Answered seen = street.get("http://" + OLD + "/");

            assertThat(seen.header("Server")).contains("AmazonS3");
            assertThat(seen.header("x-amz-request-id"))
                    .hasValueSatisfying(id -> assertThat(id).hasSize(16));
            assertThat(seen.header("x-amz-id-2"))
                    .hasValueSatisfying(id -> assertThat(id).hasSize(76).endsWith("="));
            assertThat(seen.header("Via")).isEmpty();
            assertThat(seen.bytes()).isEmpty();
        }
    }

    @Test
    void theEdgeAddsItsOwnHeadersToTheBucketsAndSpeaksTls() {
        try (Street street = Kind.EDGE.street(WELL)) {
            Answered seen = street.get("https://" + OLD + "/");

            assertThat(seen.tls()).isPresent();
            assertThat(seen.status()).isEqualTo(302);
            assertThat(seen.header("Server")).contains("AmazonS3");
            assertThat(seen.header("x-amz-id-2")).isPresent();
            assertThat(seen.header("X-Cache")).contains("Miss from cloudfront");
            assertThat(seen.header("Via"))
                    .hasValueSatisfying(
                            via -> assertThat(via).matches("1\\.1 [0-9a-f]{32}\\.cloudfront\\.net \\(CloudFront\\)"));
            assertThat(seen.header("X-Amz-Cf-Id")).isPresent();
        }
    }

    @Test
    void theRegistrarIsKnownByItsHeadersAndItsPage() {
        try (Street street = Kind.REGISTRAR.street(WELL)) {
            Answered seen = street.get("http://" + OLD + "/a?b=1&c=2");

            assertThat(seen.header("Server")).contains("nginx");
            assertThat(seen.header("X-Served-By")).contains("Namecheap URL Forward");
            assertThat(seen.text()).isEqualTo("<a href='" + NEW + "/a?b=1&amp;c=2'>Found</a>.\n\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void anyStatusOfARedirectIsGiven(int status) {
        try (Street street = Kind.REGISTRAR.street(WELL.by(status))) {
            Answered seen = street.get("http://" + OLD + "/a");

            assertThat(seen.status()).isEqualTo(status);
            assertThat(seen.header("Location")).contains(NEW + "/a");
        }
    }

    @Test
    void aHeadRequestIsForwardedToo() {
        try (Street street = Kind.REGISTRAR.street(WELL)) {
            Answered seen = street.head("http://" + OLD + "/a");

            assertThat(seen.status()).isEqualTo(302);
            assertThat(seen.bytes()).isEmpty();
        }
    }

    @Test
    void thePathCanGetLostAndTheQueryStay() {
        assertLocation(WELL.withoutPath(), "/a/b?c=1", NEW + "/?c=1");
    }

    @Test
    void theQueryCanGetLostAndThePathStay() {
        assertLocation(WELL.with(Query.DROPPED), "/a/b?c=1", NEW + "/a/b");
    }

    @Test
    void bothCanGetLost() {
        assertLocation(WELL.withoutPath().with(Query.DROPPED), "/a/b?c=1", NEW + "/");
    }

    @Test
    void theQueryCanBeEscapedTwice() {
        assertLocation(
                WELL.with(Query.ESCAPED_TWICE),
                "/a%2Fb?ids=1,2&next=%2Fhome&s=a+b&k=1&k=2",
                NEW + "/a%2Fb?ids=1%2C2&next=%252Fhome&s=a%2Bb&k=1&k=2");
    }

    @Test
    void theTargetCanBeAnInternalHostOrLackItsTls() {
        assertLocation(WELL.elsewhere("https://" + Hosts.GATEWAY), "/a?b", "https://" + Hosts.GATEWAY + "/a?b");
        assertLocation(WELL.elsewhere("http://www.example.org"), "/a?b", "http://www.example.org/a?b");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFrontPageMayBeForwarded(Kind kind) {
        try (Street street = kind.street(WELL.frontPageOnly())) {
            assertThat(street.get("http://" + OLD + "/?a=1").header("Location")).contains(NEW + "/?a=1");
            Answered other = street.get("http://" + OLD + "/a");
            assertThat(other.status()).isEqualTo(404);
            assertThat(other.header("Location")).isEmpty();
        }
    }

    @Test
    void allButTheFrontPageMayStillBeServedByTheOldSite() {
        Front oldSite = request -> Reply.now(WebResponse.text(200, "text/plain", "old " + request.target()));
        try (Street street = Kind.BUCKET.street(WELL.frontPageOnly(oldSite))) {
            assertThat(street.get("http://" + OLD + "/").status()).isEqualTo(302);
            Answered other = street.get("http://" + OLD + "/a?b");
            assertThat(other.text()).isEqualTo("old /a?b");
            assertThat(other.header("Server")).isEmpty();
        }
    }

    @Test
    void aMissingBucketSaysSoAsAWebsiteEndpointDoes() {
        try (Street street = Kind.BUCKET.street(WELL.missing())) {
            Answered seen = street.get("http://" + OLD + "/a");

            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.mediaType()).isEqualTo("text/html");
            assertThat(seen.text())
                    .contains("<li>Code: NoSuchBucket</li>\n<li>Message: The specified bucket does not exist</li>\n")
                    .contains("<li>BucketName: " + OLD + "</li>")
                    .contains(
                            "<li>RequestId: " + seen.header("x-amz-request-id").orElseThrow() + "</li>")
                    .contains("<li>HostId: " + seen.header("x-amz-id-2").orElseThrow() + "</li>");
        }
    }

    @Test
    void aBucketOfAnotherNameThanTheHostIsNoBucket() {
        try (Street street = Kind.BUCKET.street(WELL)) {
            Answered seen = street.get("http://example.org/");

            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.text()).contains("NoSuchBucket").contains("BucketName: example.org");
        }
    }

    @Test
    void theEdgePassesTheMissingBucketOn() {
        try (Street street = Kind.EDGE.street(WELL.missing())) {
            Answered seen = street.get("https://" + OLD + "/");

            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.header("X-Cache")).contains("Error from cloudfront");
            assertThat(seen.text()).contains("NoSuchBucket").contains("BucketName: " + OLD);
        }
    }

    @Test
    void aRegistrarWithoutAForwardingHasNoPage() {
        try (Street street = Kind.REGISTRAR.street(WELL.missing())) {
            Answered seen = street.get("http://" + OLD + "/");

            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.header("X-Served-By")).contains("Namecheap URL Forward");
        }
    }

    @Test
    void headersThatOutlastARollbackCanBeAdded() {
        Forwarding sticky = WELL.with("Cache-Control", "max-age=31536000")
                .with("Strict-Transport-Security", "max-age=31536000")
                .with("Set-Cookie", "a=1")
                .with("Set-Cookie", "b=2");
        try (Street street = Kind.EDGE.street(sticky)) {
            Answered seen = street.get("https://" + OLD + "/");

            assertThat(seen.status()).isEqualTo(302);
            assertThat(seen.headers("Cache-Control")).containsExactly("max-age=31536000");
            assertThat(seen.headers("Strict-Transport-Security")).containsExactly("max-age=31536000");
            assertThat(seen.headers("Set-Cookie")).containsExactly("a=1", "b=2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForwardingThatIsWellAddsNoneOfThem(Kind kind) {
        try (Street street = kind.street(WELL)) {
            assertThat(street.get("http://" + OLD + "/").headers())
                    .extracting(header -> header.name().toLowerCase(Locale.ROOT))
                    .doesNotContain("cache-control", "strict-transport-security", "set-cookie");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageMayStandInForTheRedirect(Kind kind) {
        try (Street street = kind.street(WELL.by(Form.META_REFRESH))) {
            Answered seen = street.get("http://" + OLD + "/a?b=1&c=2");

            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.header("Location")).isEmpty();
            assertThat(seen.mediaType()).isEqualTo("text/html");
            assertThat(seen.text())
                    .contains("<meta http-equiv=\"refresh\" content=\"0; url=" + NEW + "/a?b=1&amp;c=2\">");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFrameMayHideTheTargetBelowTheOldName(Kind kind) {
        try (Street street = kind.street(WELL.by(Form.FRAME))) {
            Answered seen = street.get("http://" + OLD + "/a");

            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.header("Location")).isEmpty();
            assertThat(seen.text()).contains("<frameset").contains("<frame src=\"" + NEW + "/a\">");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoopLeadsToItself(Kind kind) {
        try (Street street = kind.street(WELL.by(Form.LOOP))) {
            Chain chain = street.probe().follow(URI.create("http://" + OLD + "/a?b=1"), CookieJar.empty(), 10);

            assertThat(chain.end()).isEqualTo(Chain.End.LOOP);
            assertThat(chain.hops()).hasSize(1);
        }
    }

    @Test
    void theEdgeLoopsWithItsTls() {
        try (Street street = Kind.EDGE.street(WELL.by(Form.LOOP))) {
            assertThat(street.get("https://" + OLD + "/a").header("Location")).contains("https://" + OLD + "/a");
        }
    }

    @Test
    void postsAreTakenByTheRegistrarOnly() {
        try (Street bucket = Kind.BUCKET.street(WELL);
                Street edge = Kind.EDGE.street(WELL);
                Street registrar = Kind.REGISTRAR.street(WELL)) {
            Answered refused = bucket.post("http://" + OLD + "/a");
            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.text()).contains("Code: MethodNotAllowed").contains("Method: POST");
            Answered forbidden = edge.post("https://" + OLD + "/a");
            assertThat(forbidden.status()).isEqualTo(403);
            assertThat(forbidden.headers("Server")).containsExactly("CloudFront");
            assertThat(registrar.post("http://" + OLD + "/a").header("Location"))
                    .contains(NEW + "/a");
        }
    }

    @ParameterizedTest
    @EnumSource
    void postsCanBeForwardedOrSwallowed(Kind kind) {
        try (Street forwarding = kind.street(WELL.with(Posts.FORWARDED));
                Street swallowing = kind.street(WELL.with(Posts.SWALLOWED))) {
            Answered forwarded = forwarding.post("http://" + OLD + "/a");
            assertThat(forwarded.status()).isEqualTo(302);
            assertThat(forwarded.header("Location")).contains(NEW + "/a");
            assertThat(swallowing.post("http://" + OLD + "/a").status()).isEqualTo(200);
            assertThat(swallowing.get("http://" + OLD + "/a").status()).isEqualTo(302);
        }
    }

    @Test
    void theForwardingMayChangeWhileTheDoorIsOpen() {
        AtomicReference<Forwarding> forwarding = new AtomicReference<>(WELL);
        try (Street street = new Street(OLD, Kind.BUCKET.front(forwarding))) {
            assertThat(street.get("http://" + OLD + "/a").header("Location")).contains(NEW + "/a");
            forwarding.set(WELL.elsewhere("https://back.example.org"));
            assertThat(street.get("http://" + OLD + "/a").header("Location")).contains("https://back.example.org/a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.org", "ftp://www.example.org", "https://www.example.org/", "https://a/?b"})
    void aTargetIsAnOriginAndNothingMore(String target) {
        assertThatThrownBy(() -> Forwarding.to(target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(target);
    }

    @Test
    void aStatusThatIsNoRedirectIsRefused() {
        assertThatThrownBy(() -> WELL.by(304))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("304");
    }

    private static void assertLocation(Forwarding forwarding, String target, String location) {
        for (Kind kind : Kind.values()) {
            try (Street street = kind.street(forwarding)) {
                List<Header> headers = street.get("http://" + OLD + target).headers();
                assertThat(headers).as("%s", kind).contains(new Header("Location", location));
            }
        }
    }
}
