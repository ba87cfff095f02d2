package cutover.environment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends what is meant for one host and port to another address and port, as {@code host:port -> address:port}. URL, Host
 * header, SNI and cookies stay those of the host, so that a production name can be tested before DNS points at it.
 *
 * @param host lower case name, or an address, for whoever asks that address itself; IPv6 without brackets
 * @param address numeric IPv4 or, in brackets, IPv6 address
 */
public record Pin(String host, int port, String address, int toPort) {

    private static final Pattern SHAPE = Pattern.compile(
            "\\s*([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\]):(\\d{1,5})\\s*->\\s*(\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+\\]):(\\d{1,5})\\s*");

    public Pin {
        if (port < 1 || port > 65_535 || toPort < 1 || toPort > 65_535) {
            throw new IllegalArgumentException("ports are 1 to 65535, got " + port + " and " + toPort);
        }
    }

    /** Whether it is of an address, not of a name. */
    public boolean ofAddress() {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    /** Reads {@code www.example.org:443 -> 203.0.113.7:443}. */
    public static Pin parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a pin reads 'host:port -> address:port', for instance"
                    + " 'www.example.org:443 -> 203.0.113.7:443', got '" + text + "'");
        }
        String address = matcher.group(3).replace("[", "").replace("]", "");
        return new Pin(
                matcher.group(1).replace("[", "").replace("]", "").toLowerCase(java.util.Locale.ROOT),
                Integer.parseInt(matcher.group(2)),
                address,
                Integer.parseInt(matcher.group(4)));
    }
}
