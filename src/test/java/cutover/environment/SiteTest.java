package cutover.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static Site site(String stagePrefix) {
        return new Site(
                URI.create("https://www.example.org"),
                stagePrefix,
                "a platform",
                Map.of(),
                List.of(),
                false,
                Optional.empty(),
                List.of("old.example.org", ".herokuapp.test"),
                List.of(),
                List.of(),
                new LogPlace.File(Path.of("any.log")),
                Optional.empty());
    }
}
