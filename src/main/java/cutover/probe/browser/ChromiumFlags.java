package cutover.probe.browser;

import cutover.probe.browser.find.BrowserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chromium.ChromiumOptions;

/** How a Chromium-based browser is started. */
final class ChromiumFlags {

    private static final List<String> ALWAYS = List.of(
            "--window-size=1280,900",
            "--lang=en",
            "--accept-lang=en",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-sync",
            "--disable-quic");

    private final BrowserSettings settings;
    private final SessionPlan plan;

    ChromiumFlags(BrowserSettings settings, SessionPlan plan) {
        this.settings = settings;
        this.plan = plan;
    }

    /** @param profile the folder for the browser's profile; empty leaves that to a Grid */
    <O extends ChromiumOptions<O>> O on(O options, Optional<Path> profile) {
        options.addArguments(ALWAYS);
        options.addArguments(network());
        if (settings.headless()) {
            options.addArguments("--headless=new");
        }
        profile.ifPresent(folder -> {
            options.addArguments("--user-data-dir=" + folder);
            if (byRoot(folder)) {
                // Chromium's sandbox refuses to run as root
                options.addArguments("--no-sandbox");
            }
        });
        options.setExperimentalOption("prefs", preferences(profile));
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
        options.setPageLoadTimeout(settings.pageLoad());
        options.setScriptTimeout(settings.pageLoad());
        return options;
    }

    private static Map<String, Object> preferences(Optional<Path> profile) {
        Map<String, Object> preferences = new HashMap<>(Map.of(
                "credentials_enable_service",
                false,
                "profile.password_manager_enabled",
                false,
                "profile.password_manager_leak_detection",
                false));
        // what a page makes the browser download goes with the profile
        profile.ifPresent(folder -> preferences.put(
                "download.default_directory", folder.resolve("downloads").toString()));
        return preferences;
    }

    private List<String> network() {
        List<String> flags = new ArrayList<>();
        String rules = rules();
        if (!rules.isEmpty()) {
            flags.add("--host-resolver-rules=" + rules);
        }
        if (plan.onlyPinned() || !plan.pins().isEmpty()) {
            flags.add("--no-proxy-server");
        }
        plan.trustedSpki().ifPresent(key -> flags.add("--ignore-certificate-errors-spki-list=" + key));
        return flags;
    }

    private String rules() {
        Stream<String> pins = Stream.concat(
                plan.unreachable().stream().sorted().map(host -> "MAP " + host + " ~NOTFOUND"),
                plan.pins().stream().map(PinRule::rule));
        if (!plan.onlyPinned()) {
            return pins.collect(Collectors.joining(", "));
        }
        Stream<String> reachable = plan.pins().stream().map(PinRule::exclusion).distinct();
        return Stream.of(pins, Stream.of("MAP * ~NOTFOUND"), reachable)
                .flatMap(some -> some)
                .collect(Collectors.joining(", "));
    }

    private static boolean byRoot(Path ours) {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(ours, "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
