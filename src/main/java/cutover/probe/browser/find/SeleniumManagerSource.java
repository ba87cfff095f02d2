package cutover.probe.browser.find;

import cutover.patience.FanOut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.manager.SeleniumManager;
import org.openqa.selenium.manager.SeleniumManagerOutput;

/**
 * Selenium Manager, the program that comes with Selenium and downloads drivers; asked with a time limit and without its
 * usage statistics.
 */
public final class SeleniumManagerSource implements DriverSource {

    // a strong reference: java.util.logging forgets the level of a logger that nobody holds
    private final Logger logger = Logger.getLogger(SeleniumManager.class.getName());

    @Override
    public Brought bring(BrowserKind kind, Duration atMost) {
        logger.setLevel(Level.OFF);
        return new FanOut(1, atMost.plusSeconds(1))
                .each(List.of(kind), asked -> ask(asked, atMost), (asked, why) -> nothing(why))
                .get(0);
    }

    private static Brought ask(BrowserKind kind, Duration atMost) {
        String name = kind == BrowserKind.CHROMIUM ? "chrome" : kind.title().toLowerCase(Locale.ROOT);
        try {
            SeleniumManagerOutput.Result result = SeleniumManager.getInstance()
                    .getBinaryPaths(List.of(
                            "--browser", name, "--timeout", Long.toString(atMost.toSeconds()), "--avoid-stats"));
            return new Brought(path(result.getBrowserPath()), path(result.getDriverPath()), "Selenium Manager");
        } catch (WebDriverException e) {
            return nothing(reason(e.getMessage()));
        }
    }

    private static Brought nothing(String why) {
        return new Brought(Optional.empty(), Optional.empty(), why);
    }

    private static Optional<Path> path(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank()).map(Path::of);
    }

    /** The line that tells what went wrong; the one before it only repeats the command. */
    private static String reason(String text) {
        return String.valueOf(text)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Command failed"))
                .findFirst()
                .orElse("it failed without a reason");
    }
}
