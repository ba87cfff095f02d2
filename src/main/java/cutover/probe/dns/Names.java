package cutover.probe.dns;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** Names as this package writes them: lower case, absolute, without the last dot; the root is ".". */
final class Names {

    static final String ROOT = ".";

    private Names() {}

    static String text(Name name) {
        String text = name.toString(true).toLowerCase(Locale.ROOT);
        return text.isEmpty() || text.equals("@") ? ROOT : text;
    }

    static String canonical(String name) {
        return text(absolute(name));
    }

    /** @throws IllegalArgumentException when it is no name of the DNS */
    static Name absolute(String name) {
        if (name.isBlank() || !name.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("not a name of the DNS (international names as xn--…): '" + name + "'");
        }
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a name of the DNS: '" + name + "': " + e.getMessage(), e);
        }
    }

    /** "org", "example.org", "www.example.org"; none for the root. */
    static List<String> fromTheTop(String name) {
        Name whole = absolute(name);
        // the last label is the root's
        return IntStream.iterate(whole.labels() - 2, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> text(new Name(whole, i)))
                .toList();
    }

    /** Whether the name is the zone itself or beneath it. */
    static boolean within(String name, String zone) {
        return zone.equals(ROOT) || name.equals(zone) || name.endsWith("." + zone);
    }
}
