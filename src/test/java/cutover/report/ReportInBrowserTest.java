package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.browser.find.BrowserFinder;
import cutover.probe.browser.find.BrowserSearch;
import cutover.probe.browser.find.BrowserSettings;
import cutover.probe.browser.find.DriverSource;
import cutover.probe.browser.find.Install;
import cutover.probe.browser.find.LocalMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The page as a browser shows it: on a wall, on a phone, in the dark, on paper, with a keyboard, to a screen reader. */
class ReportInBrowserTest {

    /** Whether a text can be read: the contrast of its colour with what is behind it, after WCAG 2.2, 1.4.3. */
    static final String FAINT = """
            const light = c => { const p = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
              return .2126 * p[0] + .7152 * p[1] + .0722 * p[2]; };
            const rgb = text => text.match(/[0-9.]+/g).map(Number);
            const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
              if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
            return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).map(e => {
              const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e));
              return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.textContent.trim().slice(0, 40)];
            }).filter(seen => seen[0] < 4.5).map(seen => seen[1] + ' ' + seen[0].toFixed(2));
            """;

    /** What reaches beyond the window's right edge, so that people would have to scroll sideways. */
    static final String TOO_WIDE = """
            const edge = document.documentElement.clientWidth;
            return document.documentElement.scrollWidth <= edge ? [] : [...document.querySelectorAll('body *')]
              .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > edge + 1)
              .map(e => e.tagName + ' ' + (e.getAttribute('class') || '') + ' ' + e.textContent.trim().slice(0, 40));
            """;

    @TempDir
    private static Path folder;

    private static ChromeDriver driver;

    @BeforeAll
    static void open() throws IOException {
        ReportFilesTest.evidence(folder);
        driver = browser(folder.resolve("profile"));
        Path page = ReportFiles.write(folder, SampleRun.remembered().reported()).get(0);
        driver.get(page.toUri().toString());
    }

    @AfterAll
    static void close() {
        driver.quit();
    }

    @BeforeEach
    void fresh() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
        window(1400);
        driver.navigate().refresh();
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "1400, dark", "768, light", "400, light", "400, dark", "320, light"})
    void nothingIsWiderThanTheWindowAndEveryTextCanBeRead(int width, String scheme) {
        window(width);
        media("", scheme);

        assertThat(texts(TOO_WIDE)).isEmpty();
        assertThat(texts(
                        FAINT,
                        "nav.line a, nav.line .name, nav.line .title, nav.line .title b, .counts span, .back p,"
                                + " .back h3, .band h3, .band .phase, .past + p"))
                .isEmpty();
    }

    @Test
    void thePhaseThatIsJudgedIsMarkedAndItsCountsAreWithIt() {
        assertThat(texts("return [...document.querySelectorAll('nav.line [aria-current=step]')]"
                        + ".map(e => e.textContent)"))
                .containsExactly("uat");
        assertThat(texts("return [...document.querySelectorAll('nav.line li:has([aria-current=step]) .counts > span')]"
                        + ".map(e => e.textContent.trim())"))
                .containsExactly(
                        "1 not met,",
                        "1 could not tell,",
                        "1 met only on a repeat,",
                        "1 not signed off,",
                        "2 not verified yet,",
                        "5 met");
    }

    @Test
    void theKeyboardGoesFromTheTimelineToItsBandAndOnToTheFirstStep() {
        press(Keys.TAB);
        assertThat(focus()).isEqualTo("Skip to the checklist");
        press(Keys.TAB);
        assertThat(focus()).isEqualTo("uat");

        press(Keys.ENTER);
        assertThat(seen("return document.activeElement.id")).isEqualTo("phase-uat");
        assertThat(seen("const at = document.activeElement.getBoundingClientRect().top;"
                        + " return at >= 0 && at < innerHeight"))
                .isEqualTo(true);

        press(Keys.TAB);
        assertThat(focus()).startsWith("L1");
    }

    @Test
    void aScreenReaderFindsTimelinePanelAndBandsByName() {
        driver.executeCdpCommand("Accessibility.enable", Map.of());

        assertThat(landmarks())
                .contains("navigation: Timeline", "region: Going back", "region: Checklist")
                .anyMatch(landmark -> landmark.startsWith("region: uat acceptance on the temporary address"));
    }

    @Test
    void aScreenReaderHearsOfEachEarlierRunWhatItSawAndHowLongItTook() {
        List<String> runs = texts("return [...document.querySelectorAll('#L6 .past li')].map(e => e.innerText.trim())");

        assertThat(runs).hasSize(9);
        assertThat(runs.get(0)).isEqualTo("1 Jan 2026 02:00:00 UTC (31 Dec 18:00:00 America/Los_Angeles): met, 4.0 s");
        assertThat(runs.get(8)).endsWith("this run: not met, 21.4 s");
    }

    @Test
    void onPaperNothingIsCutAndTheSkipLinkIsGone() {
        window(760);
        media("print", "light");

        assertThat(texts(TOO_WIDE)).isEmpty();
        assertThat(seen("return getComputedStyle(document.querySelector('.skip')).display"))
                .isEqualTo("none");
        assertThat(seen("return document.querySelector('nav.line').checkVisibility()"
                        + " && document.querySelector('.ways').checkVisibility()"))
                .isEqualTo(true);
    }

    /** @param profile an empty folder */
    static ChromeDriver browser(Path profile) {
        return found().fold(found -> driver(found, profile), none -> {
            throw new AssertionError(none.told());
        });
    }

    private static BrowserSearch found() {
        DriverSource none = (kind, most) -> new DriverSource.Brought(Optional.empty(), Optional.empty(), "not asked");
        return new BrowserFinder(new LocalMachine(Map.of("PATH", "/usr/bin")), none, line -> {})
                .find(BrowserSettings.usual().install(Install.NEVER));
    }

    private static ChromeDriver driver(BrowserSearch.Found found, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(found.binary().orElseThrow().toFile());
        options.addArguments("--headless", "--no-sandbox", "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(found.driver().orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static void window(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    private static void media(String media, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    private static String focus() {
        return String.valueOf(seen("return document.activeElement.innerText")).strip();
    }

    private static Object seen(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    private static List<String> texts(String script, Object... arguments) {
        return ((List<?>) driver.executeScript(script, arguments))
                .stream().map(String::valueOf).toList();
    }

    private static List<String> landmarks() {
        List<?> nodes = (List<?>) driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of())
                .get("nodes");
        return nodes.stream()
                .map(Map.class::cast)
                .flatMap(node -> Stream.of(value(node, "role") + ": " + value(node, "name")))
                .filter(named -> named.startsWith("navigation") || named.startsWith("region"))
                .toList();
    }

    private static String value(Map<?, ?> node, String key) {
        return node.get(key) instanceof Map<?, ?> holder ? String.valueOf(holder.get("value")) : "";
    }
}
