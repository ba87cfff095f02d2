package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The static files of one build: what the collector of the old site put below {@code /static/} and the deployment of the
 * new one into its bucket. Style sheets name font and image relative to themselves.
 */
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "application/javascript; charset=utf-8",
            "mp3", "audio/mpeg",
            "png", "image/png",
            "ttf", "font/ttf");

    private static final String OLD = "https://clearmyrecord.codeforamerica.org";

    private final Build build;
    private final Switches faults;
    private final Map<String, byte[]> files;

    public Assets(String build, Faults faults, Side side) {
        this.faults = new Switches(faults, side);
        this.build = new Build(build, this.faults);
        this.files = Map.ofEntries(
                file("intake/fonts/icons.ttf", "icons.ttf"),
                file("intake/img/logo.png", "logo.png"),
                file("intake/img/seal.png", "seal.png"),
                file("intake/js/legacy.js", "legacy.js"),
                file("favicons/favicon.png", "favicon.png"),
                file("admin/css/base.css", "admin-base.css"),
                file("admin/css/login.css", "admin-login.css"),
                file("admin/css/dashboard.css", "admin-dashboard.css"),
                file("admin/css/changelists.css", "admin-changelists.css"),
                file("admin/css/forms.css", "admin-forms.css"),
                Map.entry(Greeting.NAME, Greeting.mp3()),
                file("compressed.css", "site.css"),
                file("compressed.js", "site.js"));
    }

    /**
     * The file of that name, for instance {@code CACHE/css/0123abcd.css}; a leading slash is ignored. Empty when there
     * is none, or when a fault took it away.
     */
    public Optional<Asset> find(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        if (gone(name)) {
            return Optional.empty();
        }
        if (name.equals(Greeting.NAME) && faults.on(Fault.GREETING_NOT_AUDIO)) {
            return Optional.of(new Asset(Greeting.page(), type(name)));
        }
        if (name.equals(Greeting.NAME) && faults.on(Fault.GREETING_TOO_SHORT)) {
            return Optional.of(new Asset(Greeting.cutShort(), type(name)));
        }
        return Optional.ofNullable(files.get(original(name)))
                .map(content -> new Asset(name.endsWith(".css") ? styles(content) : content, type(name)));
    }

    private byte[] styles(byte[] content) {
        if (!faults.on(Fault.OLD_HOST_IN_STYLES)) {
            return content;
        }
        String picture = "\n.seal { background: url(" + OLD + "/static/intake/img/seal.png); }\n";
        return (new String(content, StandardCharsets.UTF_8) + picture).getBytes(StandardCharsets.UTF_8);
    }

    private String original(String name) {
        if (name.equals(build.css())) {
            return "compressed.css";
        }
        if (name.equals(build.js())) {
            return "compressed.js";
        }
        return name.startsWith("compressed.") ? "" : name;
    }

    private boolean gone(String name) {
        return name.startsWith("intake/fonts/") && faults.on(Fault.FONT_MISSING)
                || name.equals(Greeting.NAME) && faults.on(Fault.GREETING_GONE)
                || name.startsWith("admin/css/") && faults.on(Fault.ADMIN_STYLES_MISSING);
    }

    private String type(String name) {
        if (name.equals(Greeting.NAME) && faults.on(Fault.GREETING_WRONG_TYPE)) {
            return "text/html";
        }
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return extension.equals("css") && faults.on(Fault.STYLES_WRONG_TYPE)
                ? "binary/octet-stream"
                : TYPES.getOrDefault(extension, "application/octet-stream");
    }

    private static Map.Entry<String, byte[]> file(String name, String resource) {
        try (InputStream content = Assets.class.getResourceAsStream("asset/" + resource)) {
            return Map.entry(name, content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("asset " + resource, unreadable);
        }
    }
}
