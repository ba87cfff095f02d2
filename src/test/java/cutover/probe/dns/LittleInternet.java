package cutover.probe.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xbill.DNS.Message;

/** Name servers at addresses of documentation (RFC 5737, RFC 3849); nobody is at home at the others. */
final class LittleInternet implements AutoCloseable {

    static final String ROOT = "192.0.2.1";

    private final Map<InetAddress, Responder> servers = new HashMap<>();
    private final InetSocketAddress nobody;

    LittleInternet() throws IOException {
        nobody = Responder.gone().address();
    }

    LittleInternet at(String address, Function<Message, Message> answer) throws IOException {
        Responder before = servers.put(InetAddress.getByName(address), Responder.of(answer));
        if (before != null) {
            before.close();
        }
        return this;
    }

    LittleInternet at(String address, String... zones) throws IOException {
        return at(address, new Authority(zones));
    }

    InetSocketAddress reach(InetAddress address) {
        return servers.containsKey(address) ? servers.get(address).address() : nobody;
    }

    /** What the address stands for, so that a test can name it. */
    String address(NameServer server) {
        return servers.entrySet().stream()
                .filter(each -> each.getValue().address().equals(server.address()))
                .map(each -> Ip.text(each.getKey()))
                .findFirst()
                .orElse("nobody");
    }

    DelegationObservation walk(String name) throws IOException {
        return walk(name, DelegationLimits.USUAL);
    }

    DelegationObservation walk(String name, DelegationLimits limits) throws IOException {
        NameServer root = new NameServer("a.root.test", reach(InetAddress.getByName(ROOT)));
        return new Delegation(Asked.patient(), List.of(root), this::reach, limits).walk(name);
    }

    @Override
    public void close() throws IOException {
        for (Responder each : servers.values()) {
            each.close();
        }
    }
}
