package cutover.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRuleTest {

    private static final Issued ROOT = Issued.root("CN=Root");

    @ParameterizedTest
    @CsvSource({
        "www.example.org, www.example.org",
        "www.example.org, WWW.Example.Org",
        "www.example.org, www.example.org.",
        "WWW.EXAMPLE.ORG, www.example.org",
        "*.example.org, www.example.org",
        "*.example.org, xn--bcher-kva.example.org",
        "xn--bcher-kva.example, bücher.example",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1"
    })
    void covers(String entry, String name) {
        assertThat(covered(entry, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.org, example.org",
        "example.org, www.example.org",
        "*.example.org, example.org",
        "*.example.org, a.b.example.org",
        "w*.example.org, www.example.org",
        "*w.example.org, www.example.org",
        "www.*.org, www.example.org",
        "*.*.org, www.example.org",
        "*.org, example.org",
        "*, localhost",
        "127.0.0.1, 127.0.0.2",
        "*.0.0.1, 127.0.0.1"
    })
    void doesNotCover(String entry, String name) {
        assertThat(covered(entry, name)).isFalse();
    }

    @Test
    void aNameThatLooksLikeAnAddressIsNone() {
        SentCertificate certificate =
                ROOT.issues(Recipe.server("www.example.org")).shown();
        assertThat(NameRule.covering(certificate, "192.0.2.1")).isEmpty();
    }

    @Test
    void theCommonNameIsIgnored() {
        SentCertificate certificate =
                ROOT.issues(new Recipe("CN=www.example.org")).shown();
        assertThat(certificate.names()).isEmpty();
        assertThat(NameRule.covering(certificate, "www.example.org")).isEmpty();
    }

    @Test
    void theEntryThatCoversIsTold() {
        SentCertificate certificate =
                ROOT.issues(Recipe.server("example.org", "*.example.org")).shown();
        assertThat(NameRule.covering(certificate, "api.example.org")).contains("*.example.org");
    }

    @Test
    void noNameIsOurMistake() {
        SentCertificate certificate = ROOT.issues(Recipe.server("example.org")).shown();
        assertThatThrownBy(() -> NameRule.covering(certificate, "."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\".\"");
    }

    private static boolean covered(String entry, String name) {
        return ChainVerdict.of(
                        name,
                        Issued.sent(ROOT.issues(Recipe.server(entry))),
                        Issued.anchors(ROOT),
                        Instant.parse("2026-04-01T12:00:00Z"))
                .covers();
    }
}
