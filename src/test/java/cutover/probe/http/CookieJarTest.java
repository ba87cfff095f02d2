package cutover.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CookieJarTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final URI FROM = URI.create("https://www.example.org/accounts/login/");

    private static CookieJar jar(String... lines) {
        CookieJar jar = CookieJar.empty();
        for (String line : lines) {
            Optional<Cookie> cookie = SetCookie.read(line, FROM, NOW);
            jar = cookie.isPresent() ? jar.with(cookie.get(), NOW) : jar;
        }
        return jar;
    }

    private static String sent(CookieJar jar, String uri) {
        return jar.header(URI.create(uri), NOW).orElse("");
    }

    @Test
    void aCookieWithoutDomainGoesBackToItsHostOnly() {
        CookieJar jar = jar("a=1; Path=/");
        assertThat(sent(jar, "https://www.example.org/")).isEqualTo("a=1");
        assertThat(sent(jar, "https://x.www.example.org/")).isEmpty();
        assertThat(sent(jar, "https://example.org/")).isEmpty();
    }

    @Test
    void aCookieOfTheDomainGoesToSubdomains() {
        CookieJar jar = jar("a=1; Path=/; Domain=.Example.org");
        assertThat(sent(jar, "https://other.example.org/")).isEqualTo("a=1");
        assertThat(sent(jar, "https://badexample.org/")).isEmpty();
    }

    @Test
    void foreignAndSharedDomainsAreIgnored() {
        assertThat(jar("a=1; Domain=example.net", "b=1; Domain=org", "c=1; Domain=x.www.example.org", "=1", "d")
                        .cookies())
                .isEmpty();
    }

    @Test
    void theDefaultPathIsTheFolderOfTheSender() {
        CookieJar jar = jar("a=1");
        assertThat(sent(jar, "https://www.example.org/accounts/login")).isEqualTo("a=1");
        assertThat(sent(jar, "https://www.example.org/accounts/login/x")).isEqualTo("a=1");
        assertThat(sent(jar, "https://www.example.org/accounts/loginx")).isEmpty();
    }

    @Test
    void aSecureCookieNeverGoesOverPlainHttp() {
        CookieJar jar = jar("a=1; Path=/; Secure");
        assertThat(sent(jar, "http://www.example.org/")).isEmpty();
        assertThat(SetCookie.read("a=1; Secure", URI.create("http://www.example.org/"), NOW))
                .isEmpty();
    }

    @Test
    void maxAgeWinsOverExpiresAndZeroRemoves() {
        CookieJar jar = jar("a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "b=1", "b=2");
        assertThat(jar.cookie("a").orElseThrow().expires()).contains(NOW.plusSeconds(60));
        assertThat(jar.cookie("b").orElseThrow().value()).isEqualTo("2");
        assertThat(jar("a=1", "a=; expires=Thu, 01-Jan-1970 00:00:00 GMT; Max-Age=0")
                        .cookies())
                .isEmpty();
        assertThat(jar("a=1", "a=; expires=Thu, 01-Jan-1970 00:00:00 GMT").cookies())
                .isEmpty();
        assertThat(jar.forRequest(FROM, NOW.plusSeconds(61)))
                .extracting(Cookie::name)
                .containsExactly("b");
    }

    @Test
    void longerPathsGoFirst() {
        CookieJar jar = jar("a=1; Path=/", "b=1; Path=/accounts");
        assertThat(sent(jar, "https://www.example.org/accounts/")).isEqualTo("b=1; a=1");
    }
}
