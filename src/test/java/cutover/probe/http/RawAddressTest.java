package cutover.probe.http;

import static cutover.probe.http.Probes.answered;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bundle/?keys=a|b",
                "/?keys=a%7Cb&ids=1,2",
                "/%2Fx//y;z/?q=two+words&q=again&q=",
                "/?name=Jos%C3%A9%20N&half=%zz",
                "/?json={\"a\":[1]}^`"
            })
    void whatIsWrittenGoesOverTheWire(String target) throws Exception {
        try (RawServer server = RawServer.plain(request -> RawServer.text("HTTP/1.1 200 OK", "ok"));
                HttpProbe probe = Probes.plain()) {
            RawAddress address =
                    RawAddress.of(server.uri("").toString() + target).orElseThrow();

            Answered seen = answered(probe.get(address));

            assertThat(server.asked().get(0)).startsWith("GET " + target + " HTTP/1.1\n");
            assertThat(seen.sent().told()).isEqualTo("GET " + server.uri("") + target);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/y?b=a|b, https://www.example.org/y?b=a|b",
        "HTTPS://WWW.Example.org:443, https://www.example.org/",
        "http://www.example.org:443/, http://www.example.org:443/",
        "//other.example.org/z, https://other.example.org/z",
        "/z?q=%2F, https://old.example.org/z?q=%2F",
        "z, https://old.example.org/x/z",
        "?page=2, https://old.example.org/x/y?page=2",
        "/z#part, https://old.example.org/z",
        "/two words, https://old.example.org/two%20words"
    })
    void aReferenceLeadsWhereBrowsersGo(String reference, String leadsTo) {
        RawAddress here = RawAddress.of("https://old.example.org/x/y?page=1").orElseThrow();

        assertThat(here.to(reference)).hasValueSatisfying(to -> assertThat(to).hasToString(leadsTo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mailto:a@example.org", "javascript:alert(1)", "https://", "https:///x", "http://a b/"})
    void whatIsNoAddressOfTheWebLeadsNowhere(String reference) {
        RawAddress here = RawAddress.of("https://old.example.org/x").orElseThrow();

        assertThat(here.to(reference)).isEmpty();
    }

    @Test
    void pathAndQueryAreToldApartAsWritten() {
        RawAddress address =
                RawAddress.of("http://old.example.org:8080/a%2Fb/?x=1?2&y").orElseThrow();

        assertThat(address.path()).isEqualTo("/a%2Fb/");
        assertThat(address.query()).isEqualTo("x=1?2&y");
        assertThat(address.origin()).isEqualTo("http://old.example.org:8080");
        assertThat(address.host()).isEqualTo("old.example.org");
        assertThat(address.port()).isEqualTo(8080);
        assertThat(RawAddress.of("https://[2001:db8::1]/").orElseThrow().port()).isEqualTo(443);
    }
}
