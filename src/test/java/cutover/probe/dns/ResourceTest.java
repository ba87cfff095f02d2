package cutover.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTest {

    private static String data(String line) {
        return Resource.of(Messages.record("X.Example.Test " + 60 + " " + line)).data();
    }

    @Test
    void namesAreLowerCaseWithoutTheLastDot() {
        assertThat(data("NS NS1.Example.ORG.")).isEqualTo("ns1.example.org");
        assertThat(data("CNAME D1.CDN.example.")).isEqualTo("d1.cdn.example");
        assertThat(data("PTR Host.example.")).isEqualTo("host.example");
        assertThat(data("MX 10 Mail.Example.org.")).isEqualTo("10 mail.example.org");
        assertThat(data("MX 0 .")).isEqualTo("0 .");
        assertThat(data("SRV 1 2 443 Host.Example.")).isEqualTo("1 2 443 host.example");
        assertThat(data("SOA NS.Example. Admin.Example. 4294967295 2 3 4 5"))
                .isEqualTo("ns.example admin.example 4294967295 2 3 4 5");
        assertThat(Resource.of(Messages.record("X.Example.Test 60 A 192.0.2.1")).told())
                .isEqualTo("x.example.test 60 A 192.0.2.1");
    }

    @Test
    void stringsOfATextAreJoinedWithoutBlanks() {
        assertThat(data("TXT \"v=spf1 ip4:192.0.2.0/24 \" \"-all\"")).isEqualTo("v=spf1 ip4:192.0.2.0/24 -all");
        assertThat(data("TXT \"a\\\"b\\\\c\\228\"")).isEqualTo("a\"b\\\\c\\228");
        assertThat(data("TXT \"\"")).isEmpty();
    }

    @Test
    void aTextLongerThanOneStringIsWhole() {
        String half = "k".repeat(255);
        assertThat(data("TXT \"" + half + "\" \"" + half + "\" \"=\"")).isEqualTo(half + half + "=");
    }

    @Test
    void whoMayIssueIsToldInQuotes() {
        assertThat(data("CAA 0 issue \"letsencrypt.org\"")).isEqualTo("0 issue \"letsencrypt.org\"");
        assertThat(data("CAA 128 iodef \"mailto:a@example.org\"")).isEqualTo("128 iodef \"mailto:a@example.org\"");
    }

    @Test
    void otherTypesAreToldToo() {
        String digest = "2BB183AF5F22588179A53B0A98631FAD1A292118AE1C2F1F7B1F6C9B5A3E4D11";
        assertThat(data("DS 60485 13 2 " + digest)).isEqualTo("60485 13 2 " + digest);
        assertThat(data("TYPE65280 \\# 2 ABCD")).isEqualTo("\\# 2 ABCD");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "0:0:0:0:0:ffff:c000:201, ::ffff:192.0.2.1"
    })
    void addressesOfVersion6HaveOneSpelling(String given, String spelled) {
        assertThat(data("AAAA " + given)).isEqualTo(spelled);
    }

    @Test
    void addressesOfBothVersionsAreToldTheSameWay() throws UnknownHostException {
        assertThat(Ip.text(InetAddress.getByName("192.0.2.1"))).isEqualTo("192.0.2.1");
        assertThat(Ip.text(InetAddress.getByName("2001:db8:0:0:0:0:0:1"))).isEqualTo("2001:db8::1");
    }
}
