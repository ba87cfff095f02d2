package cutover.probe.browser.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrowserFinderTest {

    private final Pretended machine = new Pretended();
    private final List<String> console = new ArrayList<>();
    private final List<String> askedManager = new ArrayList<>();
    private DriverSource.Brought brings =
            new DriverSource.Brought(Optional.empty(), Optional.empty(), "error sending request for url");

    @Test
    void aConfiguredGridComesFirst() {
        machine.has("/usr/bin/chromium", "/usr/bin/chromedriver");

        BrowserSearch.Found found = found(BrowserSettings.usual().grid(URI.create("http://grid.example.org:4444")));

        assertThat(found.kind()).isEqualTo(BrowserKind.GRID);
        assertThat(found.grid()).contains(URI.create("http://grid.example.org:4444"));
    }

    @Test
    void anInstalledBrowserIsTakenWithItsDriver() {
        machine.has("/usr/bin/chromium", "/usr/bin/chromedriver");

        BrowserSearch.Found found = found(BrowserSettings.usual());

        assertThat(found.kind()).isEqualTo(BrowserKind.CHROMIUM);
        assertThat(found.how()).isEqualTo("installed: /usr/bin/chromium with /usr/bin/chromedriver");
        assertThat(askedManager).isEmpty();
    }

    @Test
    void thePathIsLookedAtBeforeTheUsualPlaces() {
        machine.variables.put("PATH", "/home/ann/bin:/usr/bin");
        machine.has("/usr/bin/google-chrome", "/home/ann/bin/google-chrome", "/usr/bin/chromedriver");

        assertThat(found(BrowserSettings.usual()).binary()).contains(Path.of("/home/ann/bin/google-chrome"));
    }

    @Test
    void firefoxIsTakenWhenNothingElseHasItsDriver() {
        machine.has("/usr/bin/google-chrome", "/usr/bin/firefox-esr", "/usr/local/bin/geckodriver");

        assertThat(found(BrowserSettings.usual()).kind()).isEqualTo(BrowserKind.FIREFOX);
    }

    @Test
    void aMissingDriverIsAskedOfSeleniumManager() {
        machine.has("/usr/bin/google-chrome");
        brings = new DriverSource.Brought(
                Optional.empty(), Optional.of(Path.of("/cache/chromedriver")), "Selenium Manager");

        BrowserSearch.Found found = found(BrowserSettings.usual());

        assertThat(found.how()).isEqualTo("by Selenium Manager: /usr/bin/google-chrome with /cache/chromedriver");
    }

    @Test
    void seleniumManagerIsNotAskedWhenTheMachineIsKnownToBeOffline() {
        machine.variables.put("SE_OFFLINE", "true");

        BrowserSearch.NotFound none = notFound(BrowserSettings.usual().install(Install.NEVER));

        assertThat(askedManager).isEmpty();
        assertThat(none.tried()).contains("Selenium Manager was not asked because SE_OFFLINE is true");
    }

    @Test
    void rootOnDebianInstallsThePackageAfterSayingSo() {
        machine.debian().asRoot = true;
        machine.installs = true;

        BrowserSearch.Found found = found(BrowserSettings.usual());

        assertThat(found.kind()).isEqualTo(BrowserKind.CHROMIUM);
        assertThat(machine.ran)
                .containsExactly(
                        "apt-get update", "apt-get install -y --no-install-recommends chromium chromium-driver");
        assertThat(console)
                .containsExactly("no browser found; installing the distribution's: apt-get update && apt-get install -y"
                        + " --no-install-recommends chromium chromium-driver (forbid it with -Dbrowser.install=never)");
    }

    @Test
    void installingIsForbiddenByTheSetting() {
        machine.debian().asRoot = true;

        BrowserSearch.NotFound none = notFound(BrowserSettings.usual().install(Install.NEVER));

        assertThat(machine.ran).isEmpty();
        assertThat(console).isEmpty();
        assertThat(askedManager).containsExactly("Chrome PT5S");
        assertThat(none.told())
                .isEqualTo("no browser that can be driven was found on this machine (no Chrome, Chromium, Edge or"
                        + " Firefox on the PATH or in the usual places; Selenium Manager: error sending request for"
                        + " url; installing is forbidden by browser.install=never). Run: apt-get update && apt-get"
                        + " install -y --no-install-recommends chromium chromium-driver");
    }

    @Test
    void whoIsNotRootGetsTheCommandWithSudo() {
        machine.debian();

        BrowserSearch.NotFound none = notFound(BrowserSettings.usual());

        assertThat(machine.ran).isEmpty();
        assertThat(none.command())
                .isEqualTo("sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium"
                        + " chromium-driver");
    }

    @Test
    void anInstallThatFailsIsTold() {
        machine.debian().asRoot = true;

        BrowserSearch.NotFound none = notFound(BrowserSettings.usual());

        assertThat(none.tried()).contains("apt-get update: E: no network; apt-get install: E: no network");
    }

    @Test
    void everySystemGetsItsOwnCommand() {
        Map<String, String> commands = Map.of(
                "ID=ubuntu\nID_LIKE=debian\n",
                "sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium-browser"
                        + " chromium-chromedriver",
                "ID=fedora\n",
                "sudo dnf install -y chromium chromedriver",
                "ID=\"rhel\"\n",
                "sudo dnf install -y chromium chromedriver",
                "ID=alpine\n",
                "sudo apk add chromium chromium-chromedriver",
                "ID=arch\n",
                "sudo pacman -S --noconfirm chromium");
        commands.forEach((release, command) -> {
            machine.texts.put(Path.of("/etc/os-release"), release);
            assertThat(notFound(BrowserSettings.usual()).command()).isEqualTo(command);
        });
        machine.system = "Mac OS X";
        assertThat(notFound(BrowserSettings.usual()).command())
                .isEqualTo("brew install --cask google-chrome chromedriver");
    }

    private BrowserSearch.Found found(BrowserSettings settings) {
        return search(settings).fold(found -> found, none -> {
            throw new AssertionError(none.told());
        });
    }

    private BrowserSearch.NotFound notFound(BrowserSettings settings) {
        return search(settings)
                .fold(
                        found -> {
                            throw new AssertionError(found.how());
                        },
                        none -> none);
    }

    private BrowserSearch search(BrowserSettings settings) {
        DriverSource source = (kind, atMost) -> {
            askedManager.add(kind.title() + " " + atMost);
            return brings;
        };
        return new BrowserFinder(machine, source, console::add).find(settings);
    }

    /** A machine that has what a test gave it. */
    private static final class Pretended implements Machine {

        private final Set<Path> files = new HashSet<>();
        private final Map<String, String> variables = new HashMap<>();
        private final Map<Path, String> texts = new HashMap<>();
        private final List<String> ran = new ArrayList<>();
        private String system = "Linux";
        private boolean asRoot;
        private boolean installs;

        void has(String... some) {
            for (String file : some) {
                files.add(Path.of(file));
            }
        }

        Pretended debian() {
            texts.put(Path.of("/etc/os-release"), "NAME=\"Debian GNU/Linux\"\nID=debian\n");
            has("/usr/bin/apt-get");
            return this;
        }

        @Override
        public String system() {
            return system;
        }

        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(variables.get(name));
        }

        @Override
        public boolean root() {
            return asRoot;
        }

        @Override
        public boolean executable(Path file) {
            return files.contains(file);
        }

        @Override
        public Optional<String> text(Path file) {
            return Optional.ofNullable(texts.get(file));
        }

        @Override
        public Ran run(List<String> command, Map<String, String> environment, Duration atMost) {
            ran.add(String.join(" ", command));
            if (installs && command.contains("install")) {
                has("/usr/bin/chromium", "/usr/bin/chromedriver");
            }
            return installs ? new Ran(true, 0, "") : new Ran(true, 100, "Err:1 mirror\nE: no network\n");
        }
    }
}
