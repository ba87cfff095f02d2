package cutover.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/, true",
        "https://www.example.org/production/a, true",
        "https://example.org/, false",
        "mailto:a@example.org, false"
    })
    void withoutAStageASiteHoldsAllOfItsHost(URI address, boolean held) {
        assertThat(site("").holds(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/production, true",
        "https://www.example.org/production/a?b=c, true",
        "https://www.example.org/, false",
        "https://www.example.org/productions/, false",
        "https://example.org/production/, false"
    })
    void withAStageItHoldsOnlyWhatIsBelow(URI address, boolean held) {
        assertThat(site("/production").holds(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "old.example.org, true",
        "very.old.example.org, false",
        "app.herokuapp.test, true",
        "herokuapp.test, false",
        "notherokuapp.test, false",
    })
    void aForbiddenNameWithALeadingDotStandsForAllHostsBelow(String host, boolean forbidden) {
        assertThat(site("").forbids(host)).isEqualTo(forbidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.platform.test/production",
                "https://www.example.org/production",
                "https://id.platform.test/production/",
                "https://id.platform.test?stage=production",
                "/production"
            })
    void aTemporaryAddressIsOnAHostOfThePlatform(URI address) {
        assertThatThrownBy(() -> site("", Optional.of(address)))
                .hasMessageContaining("temporary-address")
                .hasMessageEndingWith("got " + address);
        assertThat(site("", Optional.of(URI.create("https://id.platform.test/production")))
                        .temporaryAddress())
                .isPresent();
    }

    private static Site site(String stagePrefix) {
        return site(stagePrefix, Optional.empty());
    }

    private static Site site(String stagePrefix, Optional<URI> temporary) {
        return new Site(
                URI.create("https://www.example.org"),
                stagePrefix,
                temporary,
                "a platform",
                Map.of(),
                List.of(),
                false,
                Optional.empty(),
                List.of("old.example.org", ".herokuapp.test"),
                List.of(),
                List.of(),
                new LogPlace.File(Path.of("any.log")),
                Optional.empty(),
                Optional.empty());
    }
}
