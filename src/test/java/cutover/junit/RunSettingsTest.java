package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSettingsTest {

    @Test
    void whatMavenLeftUnreplacedCountsAsNotSaid() {
        RunSettings said = of(Map.of("cutover.environment", "${env}", "cutover.profile", "temp,"));

        assertThat(said.environment()).isEqualTo("temp");
    }

    @Test
    void withoutAnEnvironmentItIsARehearsal() {
        assertThat(of(Map.of("cutover.environment", "", "cutover.profile", "")).environment())
                .isEqualTo("rehearsal");
    }

    @Test
    void selectedStepsOrTestsNarrowTheRun() {
        assertThat(of(Map.of("cutover.steps", "L8 , L6")).narrowed()).isEqualTo("only the steps L6, L8");
        assertThat(of(Map.of("cutover.narrowed", "Uat")).narrowed()).isEqualTo("only the tests -Dit.test=Uat");
        assertThat(of(Map.of("cutover.phase", "nightly")).narrowed()).isEmpty();
    }

    @Test
    void aGridIsAnAddress() {
        assertThat(of(Map.of("browser.grid", "http://grid.example:4444")).gridAddress())
                .contains(URI.create("http://grid.example:4444"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of("browser.grid", "grid:4444")).gridAddress())
                .withMessageStartingWith("-Dbrowser.grid=grid:4444 is no address; for instance:");
    }

    private static RunSettings of(Map<String, String> parameters) {
        return RunSettings.from(name -> Optional.ofNullable(parameters.get(name)), "fresh");
    }
}
