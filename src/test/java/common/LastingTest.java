package common;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.http.Answered;
import cutover.probe.http.Header;
import cutover.probe.http.RawAddress;
import cutover.probe.http.Sent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=300 | 300",
                "public, Max-Age=\"60\" | 60",
                "max-age=10, s-maxage=86400 | 86400",
                "no-store, max-age=86400 | 0",
                "no-cache | 0",
                "private | 0",
                "x-max-age=5 | 0"
            })
    void theLongestTimeThatACacheMayKeepItCounts(String control, long seconds) {
        assertThat(answer(302, "https", "Cache-Control", control).kept()).hasSeconds(seconds);
    }

    @Test
    void expiryCountsFromTheServersOwnTime() {
        assertThat(answer(
                                302,
                                "https",
                                "Date",
                                "Mon, 01 Jan 2018 00:00:00 GMT",
                                "Expires",
                                "Tue, 02 Jan 2018 00:00:00 GMT")
                        .kept())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void anAgeWinsOverAnExpiry() {
        assertThat(answer(302, "https", "Cache-Control", "max-age=5", "Expires", "Tue, 02 Jan 2048 00:00:00 GMT")
                        .kept())
                .hasSeconds(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "Thu, 01 Jan 1970 00:00:00 GMT", "soon"})
    void whatHasExpiredIsNotKept(String expires) {
        assertThat(answer(302, "https", "Expires", expires).kept()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"301, true", "302, false", "303, false", "307, false", "308, true"})
    void onlyTwoStatusesAreForGood(int status, boolean permanent) {
        assertThat(answer(status, "https").permanent()).isEqualTo(permanent);
    }

    @Test
    void strictTransportIsToldInDaysWithAllNamesBelow() {
        Lasting strict = answer(200, "https", "Strict-Transport-Security", "max-age=31536000; includeSubDomains");

        assertThat(strict.strict()).isPresent();
        assertThat(strict.strictly()).isEqualTo("for 365 days, for every name below it too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=0", "includeSubDomains", ""})
    void strictTransportWithoutATimeIsNone(String line) {
        assertThat(answer(200, "https", "Strict-Transport-Security", line).strict())
                .isEmpty();
    }

    @Test
    void strictTransportOverPlainHttpIsIgnoredAsBrowsersIgnoreIt() {
        assertThat(answer(200, "http", "Strict-Transport-Security", "max-age=31536000")
                        .strict())
                .isEmpty();
    }

    private static Lasting answer(int status, String scheme, String... headers) {
        RawAddress address = RawAddress.of(scheme + "://www.example.org/").orElseThrow();
        List<Header> all = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new Header(headers[i], headers[i + 1]));
        }
        return new Lasting(new Answered(
                new Sent("GET", address, address.uri(), List.of(), ""),
                status,
                "HTTP/1.1",
                "",
                all,
                null,
                InetSocketAddress.createUnresolved("www.example.org", 443),
                Optional.empty(),
                Instant.parse("2018-01-01T00:00:00Z"),
                Duration.ofMillis(1),
                Duration.ofMillis(1)));
    }
}
