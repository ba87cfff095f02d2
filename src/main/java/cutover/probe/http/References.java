package cutover.probe.http;

import cutover.probe.http.Reference.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects references against one base; keeps apart those that lead nowhere. */
final class References {

    private final URI base;
    private final List<Reference> found = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    References(URI base) {
        this.base = base;
    }

    void add(Kind kind, String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.startsWith("#") || embedded(plain)) {
            return;
        }
        Optional<URI> target = WebAddress.resolve(base, plain);
        if (target.isPresent()) {
            found.add(new Reference(kind, plain, target.get()));
        } else {
            broken.add(plain);
        }
    }

    List<Reference> found() {
        return List.copyOf(found);
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    private static boolean embedded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("data:")
                || lower.startsWith("mailto:")
                || lower.startsWith("tel:")
                || lower.startsWith("javascript:")
                || lower.startsWith("blob:")
                || lower.startsWith("about:");
    }
}
