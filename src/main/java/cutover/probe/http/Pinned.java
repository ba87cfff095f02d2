package cutover.probe.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Address and port from the route, name from the URL. */
record Pinned(Route route) implements DnsResolver {

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> addresses = route.to(host, port);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host + " has no address");
        }
        return addresses;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host + " was asked for without a port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
