package cutover.probe.http;

import java.net.InetSocketAddress;

/** Addresses as people write them. */
final class Addresses {

    private Addresses() {}

    /** "127.0.0.1:443", "[::1]:443". */
    static String told(InetSocketAddress address) {
        if (address.getAddress() == null) {
            return address.getHostString() + ":" + address.getPort();
        }
        String number = address.getAddress().getHostAddress();
        return (number.contains(":") ? "[" + number + "]" : number) + ":" + address.getPort();
    }
}
