package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {

    @Test
    void nothingSaidIsARehearsalOfAllStepsHere() {
        RunSettings settings = from(Map.of());

        assertThat(settings.environment()).isEqualTo("rehearsal");
        assertThat(settings.run()).isEqualTo("fresh");
        assertThat(settings.home()).isEqualTo(Path.of("").toAbsolutePath());
        assertThat(settings.runFolder())
                .isEqualTo(Path.of("target/cutover/fresh").toAbsolutePath());
        assertThat(settings.phase()).isEmpty();
        assertThat(settings.history()).isEmpty();
        assertThat(settings.grid()).isEmpty();
        assertThat(settings.steps()).isEmpty();
        assertThat(settings.narrowed()).isEmpty();
        assertThat(settings.installBrowser()).isTrue();
        assertThat(settings.colours()).isFalse();
        assertThat(settings.quiet()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "${env}", "${profile.temp}${profile.prod}"})
    void whatIsBlankOrWasNeverFilledInWasNotSaid(String text) {
        RunSettings settings = RunSettings.from(name -> Optional.of(text), "fresh");

        assertThat(settings).isEqualTo(from(Map.of()));
    }

    @Test
    void aProfileNamesItsEnvironmentWithAComma() {
        assertThat(from(Map.of("cutover.profile", "temp,")).environment()).isEqualTo("temp");
        assertThat(from(Map.of("cutover.profile", "temp,", "cutover.environment", ""))
                        .environment())
                .isEqualTo("temp");
    }

    @Test
    void anEnvironmentByNameIsTaken() {
        RunSettings settings = from(Map.of("cutover.environment", "mine", "cutover.profile", ""));

        assertThat(settings.environment()).isEqualTo("mine");
        assertThat(settings.environmentFile())
                .isEqualTo(Path.of("config/environments/mine.yaml").toAbsolutePath());
    }

    @Test
    void stepsAreSelectedWithCommasAndBlanks() {
        RunSettings settings = from(Map.of("cutover.steps", " L6, L8 "));

        assertThat(settings.steps()).containsExactlyInAnyOrder("L6", "L8");
        assertThat(settings.narrowed()).isEqualTo("only the steps L6, L8");
    }

    @Test
    void testsThatMavenSelectedNarrowTheRunToo() {
        assertThat(from(Map.of("cutover.narrowed", "Uat")).narrowed()).isEqualTo("only the tests -Dit.test=Uat");
    }

    @Test
    void aFolderForTheHistoryIsRelativeToTheHome() {
        assertThat(from(Map.of("cutover.home", "/srv/suite", "cutover.history", "../kept"))
                        .history())
                .contains(Path.of("/srv/suite/../kept"));
        assertThat(from(Map.of("cutover.history", "/var/kept")).history()).contains(Path.of("/var/kept"));
    }

    @Test
    void theRestIsTakenAsSaid() {
        RunSettings settings = from(Map.of(
                "browser.install", "never",
                "browser.grid", "http://grid:4444",
                "cutover.color", "always",
                "cutover.console", "off",
                "cutover.phase", "live"));

        assertThat(settings.installBrowser()).isFalse();
        assertThat(settings.grid()).contains("http://grid:4444");
        assertThat(settings.colours()).isTrue();
        assertThat(settings.quiet()).isTrue();
        assertThat(settings.phase()).contains("live");
    }

    private static RunSettings from(Map<String, String> said) {
        return RunSettings.from(name -> Optional.ofNullable(said.get(name)), "fresh");
    }
}
