package cutover.probe.dns;

import java.net.InetSocketAddress;

/**
 * One name server at one of its addresses.
 *
 * @param name as it stands in an NS record, kept in lower case without the last dot; for a server known only by its
 *     address any text without blanks
 * @param address resolved, since nothing here looks a name up behind the back of the caller
 */
public record NameServer(String name, InetSocketAddress address) {

    public NameServer {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("a name server needs an address, not only a name: " + address);
        }
        if (address.getPort() == 0) {
            throw new IllegalArgumentException("a name server needs a port: " + address);
        }
        name = Names.canonical(name);
    }

    /** "ns1.example.org (192.0.2.1:53)", "ns1.example.org ([2001:db8::1]:53)". */
    public String told() {
        String host = Ip.text(address.getAddress());
        return name + " (" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + ")";
    }
}
