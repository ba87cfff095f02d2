package cutover.probe.browser.find;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where browsers and their drivers lie on the systems that are known: first the PATH, then the usual folders. */
final class Places {

    private static final List<String> UNIX_FOLDERS = List.of(
            "/usr/bin",
            "/usr/local/bin",
            "/opt/homebrew/bin",
            "/usr/lib/chromium",
            "/usr/lib/chromium-browser",
            "/usr/lib64/chromium-browser",
            "/opt/google/chrome",
            "/opt/microsoft/msedge",
            "/snap/bin");
    private static final List<String> MAC_FOLDERS = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS",
            "/Applications/Chromium.app/Contents/MacOS",
            "/Applications/Microsoft Edge.app/Contents/MacOS",
            "/Applications/Firefox.app/Contents/MacOS");
    private static final List<String> WINDOWS_FOLDERS = List.of(
            "Google\\Chrome\\Application", "Chromium\\Application", "Microsoft\\Edge\\Application", "Mozilla Firefox");
    private static final List<String> WINDOWS_ROOTS = List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA");

    private final Machine machine;
    private final boolean windows;

    Places(Machine machine) {
        this.machine = machine;
        this.windows = machine.system().startsWith("Windows");
    }

    Optional<Path> browser(BrowserKind kind) {
        return first(browserNames(kind));
    }

    Optional<Path> driver(BrowserKind kind) {
        return first(driverNames(kind));
    }

    static String driverName(BrowserKind kind) {
        return driverNames(kind).get(0);
    }

    private Optional<Path> first(List<String> names) {
        Set<String> folders = folders();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> folder + (windows ? "\\" + name + ".exe" : "/" + name)))
                .map(Path::of)
                .filter(machine::executable)
                .findFirst();
    }

    private Set<String> folders() {
        Set<String> folders = new LinkedHashSet<>();
        machine.variable("PATH").stream()
                .flatMap(path -> Pattern.compile(windows ? ";" : ":").splitAsStream(path))
                .filter(folder -> !folder.isBlank())
                .forEach(folders::add);
        usual().forEach(folders::add);
        return folders;
    }

    private Stream<String> usual() {
        if (windows) {
            return WINDOWS_ROOTS.stream()
                    .flatMap(root -> machine.variable(root).stream())
                    .flatMap(root -> WINDOWS_FOLDERS.stream().map(folder -> root + "\\" + folder));
        }
        return Stream.concat(UNIX_FOLDERS.stream(), MAC_FOLDERS.stream());
    }

    private static List<String> browserNames(BrowserKind kind) {
        switch (kind) {
            case CHROME:
                return List.of("google-chrome", "google-chrome-stable", "chrome", "Google Chrome");
            case CHROMIUM:
                return List.of("chromium", "chromium-browser", "Chromium");
            case EDGE:
                return List.of("microsoft-edge", "microsoft-edge-stable", "msedge", "Microsoft Edge");
            case FIREFOX:
                return List.of("firefox", "firefox-esr");
            default:
                return List.of();
        }
    }

    private static List<String> driverNames(BrowserKind kind) {
        switch (kind) {
            case EDGE:
                return List.of("msedgedriver");
            case FIREFOX:
                return List.of("geckodriver");
            default:
                return List.of("chromedriver", "chromium.chromedriver");
        }
    }
}
