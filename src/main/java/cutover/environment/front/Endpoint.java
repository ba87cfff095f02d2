package cutover.environment.front;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address and a port, written {@code 203.0.113.7:443} or {@code [2001:db8::7]:443}.
 *
 * @param written the address as it stands in the file, without brackets
 */
public record Endpoint(String written, int port) {

    private static final Pattern SHAPE =
            Pattern.compile("\\s*(?:(\\d{1,3}(?:\\.\\d{1,3}){3})|\\[([0-9A-Fa-f:.]+)]):(\\d{1,5})\\s*");

    public Endpoint {
        NumericAddress.of(written);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("ports are 1 to 65535, got " + port);
        }
    }

    /** Reads {@code 203.0.113.7:443}. */
    public static Endpoint parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "an address with a port is written as 203.0.113.7:443 or [2001:db8::7]:443, got '" + text + "'");
        }
        String address = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new Endpoint(address, Integer.parseInt(matcher.group(3)));
    }

    /** The address; asks no DNS. */
    public InetAddress address() {
        return NumericAddress.of(written);
    }

    /** Whether it is of IPv6. */
    public boolean six() {
        return address() instanceof Inet6Address;
    }

    @Override
    public String toString() {
        return (six() ? "[" + written + "]" : written) + ":" + port;
    }
}
