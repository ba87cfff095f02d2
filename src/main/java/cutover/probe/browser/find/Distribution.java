package cutover.probe.browser.find;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The package manager of the machine: which command brings a browser, and how to run it on Debian and Ubuntu. */
final class Distribution {

    private static final Duration UPDATE = Duration.ofMinutes(2);
    private static final Duration INSTALL = Duration.ofMinutes(6);

    private final Machine machine;
    private final String family;

    Distribution(Machine machine) {
        this.machine = machine;
        this.family = family(machine);
    }

    /** The exact command for a person to run. */
    String command() {
        String sudo = machine.root() ? "" : "sudo ";
        switch (family) {
            case "debian":
            case "ubuntu":
                return sudo + "apt-get update && " + sudo + String.join(" ", install());
            case "fedora":
                return sudo + "dnf install -y chromium chromedriver";
            case "alpine":
                return sudo + "apk add chromium chromium-chromedriver";
            case "arch":
                return sudo + "pacman -S --noconfirm chromium";
            case "suse":
                return sudo + "zypper --non-interactive install chromium chromedriver";
            case "mac":
                return "brew install --cask google-chrome chromedriver";
            case "windows":
                return "winget install -e --id Google.Chrome";
            default:
                return "install Chromium and chromedriver of the same version and put both on the PATH";
        }
    }

    /** True as root where {@code apt-get} brings a browser. */
    boolean canInstall() {
        return machine.root() && ("debian".equals(family) || "ubuntu".equals(family)) && apt().isPresent();
    }

    /** Runs the command; empty when it went well, else what went wrong. */
    Optional<String> installNow() {
        Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive");
        Machine.Ran update = machine.run(List.of("apt-get", "update"), quiet, UPDATE);
        // an update that failed for one of several sources does not keep the install from working
        Machine.Ran install = machine.run(install(), quiet, INSTALL);
        if (install.fine()) {
            return Optional.empty();
        }
        String because = update.fine() ? "" : "apt-get update: " + lastLine(update) + "; ";
        return Optional.of(because + "apt-get install: " + lastLine(install));
    }

    private List<String> install() {
        return "ubuntu".equals(family)
                ? List.of(
                        "apt-get",
                        "install",
                        "-y",
                        "--no-install-recommends",
                        "chromium-browser",
                        "chromium-chromedriver")
                : List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium", "chromium-driver");
    }

    private Optional<Path> apt() {
        return Optional.of(Path.of("/usr/bin/apt-get")).filter(machine::executable);
    }

    private static String lastLine(Machine.Ran ran) {
        String[] lines = ran.output().strip().split("\n");
        String last = lines[lines.length - 1].strip();
        return ran.ended() || ran.code() >= 0 ? last : "did not end: " + last;
    }

    private static String family(Machine machine) {
        String system = machine.system().toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return "mac";
        }
        if (system.startsWith("windows")) {
            return "windows";
        }
        String ids = machine.text(Path.of("/etc/os-release")).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                .reduce("", (all, some) -> all + " " + some);
        return List.of("ubuntu", "debian", "fedora", "rhel", "alpine", "arch", "suse").stream()
                .filter(ids::contains)
                .findFirst()
                .map(id -> "rhel".equals(id) ? "fedora" : id)
                .orElse("");
    }
}
