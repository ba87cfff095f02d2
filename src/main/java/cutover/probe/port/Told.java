package cutover.probe.port;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Addresses and bytes as people read them. */
final class Told {

    private Told() {}

    /** "192.0.2.1:5432", "[2001:db8:0:0:0:0:0:1]:5432"; asks no DNS for a name. */
    static String of(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** Printable ASCII as it is, line ends and all else escaped; one line. */
    static String of(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder();
        for (char c : new String(bytes, 0, length, StandardCharsets.ISO_8859_1).toCharArray()) {
            switch (c) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\\' -> text.append("\\\\");
                default -> text.append(c >= ' ' && c < 127 ? String.valueOf(c) : "\\x%02x".formatted((int) c));
            }
        }
        return text.toString();
    }
}
