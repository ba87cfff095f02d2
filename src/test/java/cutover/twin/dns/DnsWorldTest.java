package cutover.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class DnsWorldTest {

    @Test
    void allServersHaveOnePortAndAnAddressOfTheirOwn() {
        try (Rig rig = new Rig()) {
            Collection<InetSocketAddress> addresses = rig.world.addresses().values();
            assertThat(addresses).hasSize(12).doesNotHaveDuplicates();
            assertThat(addresses).extracting(InetSocketAddress::getPort).containsOnly(rig.world.port());
            assertThat(addresses).allMatch(address -> address.getAddress().isLoopbackAddress());
        }
    }

    @Test
    void twoWorldsSideBySideDoNotDisturbEachOther() {
        try (Rig one = new Rig();
                Rig other = new Rig()) {
            one.world.edit("clearmyrecord.org", zone -> zone.set("@", "A", 60, "198.51.100.77"));
            assertThat(Rig.data(one.resolve(one.world.plainResolver(), "clearmyrecord.org.", "A")))
                    .containsExactly("198.51.100.77");
            assertThat(Rig.data(other.resolve(other.world.plainResolver(), "clearmyrecord.org.", "A")))
                    .containsExactly("198.51.100.20");
            assertThat(one.world.port()).isNotEqualTo(other.world.port());
        }
    }

    @Test
    void nothingIsLeftOpen() throws IOException {
        Rig rig = new Rig();
        Collection<InetSocketAddress> addresses = rig.world.addresses().values();
        rig.ask(rig.world.server("ns-1.awsdns-01.example"), "clearmyrecord.org.", "A");
        rig.close();
        for (InetSocketAddress address : addresses) {
            try (DatagramSocket udp = new DatagramSocket(address);
                    ServerSocket tcp = new ServerSocket(address.getPort(), 1, address.getAddress())) {
                assertThat(udp.getLocalPort()).isEqualTo(tcp.getLocalPort());
            }
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName()
                        .equals("twin-dns-" + addresses.iterator().next().getPort()));
    }

    @Test
    void theTrustAnchorIsTheRootsKey() {
        try (Rig rig = new Rig()) {
            assertThat(rig.world.trustAnchor()).contains("DS").startsWith(".");
        }
    }
}
