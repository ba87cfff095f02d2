package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page of the drills as a browser shows it, beside what every report is held to. */
class DrillsInBrowserTest {

    private static final Path PICTURES = Path.of("target/cutover-pictures");

    @TempDir
    private static Path folder;

    private static ChromeDriver driver;

    @BeforeAll
    static void open() throws IOException {
        driver = ReportInBrowserTest.browser(folder.resolve("profile"));
        Path run = Files.createDirectories(folder.resolve("all/today"));
        driver.get(DrillsReport.write(run, SampleDrills.troubled()).toUri().toString());
    }

    @AfterAll
    static void close() {
        driver.quit();
    }

    @BeforeEach
    void fresh() {
        shown(1400, "", "light");
        driver.navigate().refresh();
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "1400, dark", "768, light", "400, light", "400, dark", "320, light"})
    void nothingIsWiderThanTheWindowAndEveryTextCanBeRead(int width, String scheme) throws IOException {
        shown(width, "", scheme);
        driver.executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");

        assertThat(texts(ReportInBrowserTest.TOO_WIDE)).isEmpty();
        assertThat(texts(
                        ReportInBrowserTest.FAINT,
                        ".drill h3, .drill p, .drill b, .drill .small, .parts dt, .acts .since, .slower, .finding dd,"
                                + " .finding dt, table th, table td, .glance a, .glance .state, .glance .time"))
                .isEmpty();
        picture(width + "-" + scheme);
    }

    @Test
    void theKeyboardGoesToTheFirstThingToDoAndToItsDrill() {
        press(Keys.TAB);
        assertThat(focus()).isEqualTo("Skip to the drills");
        press(Keys.ENTER);
        assertThat(texts("return [document.activeElement.id]")).containsExactly("drills");

        driver.executeScript("document.querySelector('.todo li a').focus()");
        press(Keys.ENTER);
        assertThat(texts("return [document.activeElement.id]")).containsExactly("drill-after-launch");
    }

    @Test
    void aScreenReaderFindsEachDrillByNameAndHearsOfItsRuns() {
        assertThat(texts("return [...document.querySelectorAll('section.drill')]"
                        + ".map(e => document.getElementById(e.getAttribute('aria-labelledby')).innerText)"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("corrupted-data A script has broken");
        assertThat(texts("return [...document.querySelectorAll('.past li')].map(e => e.innerText.trim())"))
                .contains("12 Jan 2026 20:00:00 UTC (12 Jan 12:00:00 America/Los_Angeles), this run: led back");
    }

    @Test
    void onPaperNothingIsCut() {
        shown(760, "print", "light");

        assertThat(texts(ReportInBrowserTest.TOO_WIDE)).isEmpty();
    }

    @Test
    void noScriptOfTheirsRuns() {
        assertThat(texts("return [...document.scripts].map(e => e.textContent)"))
                .isEmpty();
        assertThat(driver.getTitle()).startsWith("REHEARSAL FAILED");
    }

    private static void shown(int width, String media, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** For people who change the page. */
    private static void picture(String name) throws IOException {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        driver.executeScript("return innerWidth"),
                        "height",
                        driver.executeScript("return document.documentElement.scrollHeight"),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        false));
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("drills-" + name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    private static void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    private static String focus() {
        return String.valueOf(driver.executeScript("return document.activeElement.innerText"))
                .strip();
    }

    private static List<String> texts(String script, Object... arguments) {
        return ((List<?>) driver.executeScript(script, arguments))
                .stream().map(String::valueOf).toList();
    }
}
