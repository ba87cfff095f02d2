package cutover.twin.internet;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Whatever host is asked for, it is behind this loopback port. */
record OneDoor(int port) implements DnsResolver {

    @Override
    public List<InetSocketAddress> resolve(String host, int ignored) {
        return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public InetAddress[] resolve(String host) {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
