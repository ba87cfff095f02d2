package cutover.probe.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSpaceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::808:808",
                "100::1",
                "2001::1",
                "2001:2::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1"
            })
    void isNotPublic(String address) throws Exception {
        assertThat(AddressSpace.isPublic(literal(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.0.9",
                "192.0.1.0",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:1::1",
                "2001:20::1",
                "2001:200::1",
                "2001:db7::1",
                "2002:808:808::1",
                "2606:4700::1111",
                "3fff:1000::1"
            })
    void isPublic(String address) throws Exception {
        assertThat(AddressSpace.isPublic(literal(address))).isTrue();
    }

    @Test
    void theNarrowerBlockTellsThePurpose() throws Exception {
        assertThat(AddressSpace.purpose(literal("192.0.0.10"))).contains("TURN anycast (RFC 8155)");
        assertThat(AddressSpace.purpose(literal("192.0.0.11"))).contains("IETF protocols (RFC 6890)");
        assertThat(AddressSpace.purpose(literal("8.8.8.8"))).isEmpty();
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }
}
