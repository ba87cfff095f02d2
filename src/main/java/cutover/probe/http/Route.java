package cutover.probe.http;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where connections for a host and port go. Host header, SNI and the name that the certificate must cover stay those of
 * the URL.
 */
@FunctionalInterface
public interface Route {

    /**
     * Addresses in the order in which they are tried; asked anew before each connection.
     *
     * @throws UnknownHostException when the name has no address or must not be reached
     */
    List<InetSocketAddress> to(String host, int port) throws UnknownHostException;

    /** True when {@link #to} asks nobody, so that it never has to be waited for. */
    default boolean asksNobody(String host, int port) {
        return false;
    }
}
