package frontdoor;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * One address of a name.
 *
 * @param by the name servers that tell it
 */
record NamedAddress(String host, InetAddress address, List<String> by) {

    NamedAddress {
        by = List.copyOf(by);
    }

    boolean v6() {
        return address instanceof Inet6Address;
    }

    /** "203.0.113.7", "2001:db8::7". */
    String number() {
        return v6() ? Numbers.shortened(address.getHostAddress()) : address.getHostAddress();
    }

    /** "IPv4 203.0.113.7". */
    String told() {
        return (v6() ? "IPv6 " : "IPv4 ") + number();
    }
}
