package cutover.probe.tls;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SNIHostName;

/** Names of servers in the form in which they travel: ASCII, internationalized labels as A-labels (RFC 5890). */
final class ServerName {

    private ServerName() {}

    /**
     * Lower case, without the root's dot.
     *
     * @throws IllegalArgumentException for a text that is no name
     */
    static String ascii(String name) {
        String relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (relative.isBlank()) {
            throw new IllegalArgumentException("the probe needs a name or an address to ask for, got \"" + name + "\"");
        }
        return isAddress(relative)
                ? relative.toLowerCase(Locale.ROOT)
                : IDN.toASCII(relative).toLowerCase(Locale.ROOT);
    }

    /** True for a literal IPv4 or IPv6 address. */
    static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.matches("[0-9]+(\\.[0-9]+){3}");
    }

    /**
     * What SNI carries; nothing for an address, which RFC 6066, 3, forbids there.
     *
     * @throws IllegalArgumentException for a text that is no name
     */
    static Optional<SNIHostName> indicated(String name) {
        return isAddress(name) ? Optional.empty() : Optional.of(new SNIHostName(ascii(name)));
    }
}
