package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import cutover.twin.tls.Authority;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreetsTest {

    @TempDir
    private Path folder;

    private Edge edge;

    @BeforeEach
    void open() {
        edge = new Edge(folder);
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {Hosts.NEW, Hosts.OLD, Hosts.GATEWAY, Hosts.ASSETS})
    void eachNameHasACertificateOfTheTwinsOwnAuthority(String host) throws Exception {
        List<Certificate> chain = chainSeenBy(edge.client(), host);

        assertThat(chain).hasSize(2);
        assertThat(edge.authority.spki().split(","))
                .contains(spki(chain.get(1)))
                .doesNotContain(spki(chain.get(0)));
    }

    @Test
    void nobodyElseTrustsTheTwin() {
        Client stranger = new Client(otherAuthority(), edge.client().ports());

        assertThatThrownBy(() -> stranger.get("https://" + Hosts.NEW + "/")).isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void thePlatformsDefaultCertificateHasAnotherName(Side side) throws Exception {
        String site = "https://" + (side == Side.NEW ? Hosts.NEW : Hosts.OLD) + "/health/";
        edge.faults.switchOn(side, Fault.DEFAULT_CERTIFICATE);

        assertThatThrownBy(() -> edge.client().get(site))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("No subject alternative DNS name matching");

        edge.faults.switchOff(side, Fault.DEFAULT_CERTIFICATE);
        assertThat(edge.client().get(site).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aSiteCanRefuseConnectionsAndComeBackOnTheSamePort(Side side) throws Exception {
        int https = edge.streets.https(side);
        int http = edge.streets.http(side);
        String site = "https://" + (side == Side.NEW ? Hosts.NEW : Hosts.OLD) + "/health/";
        edge.faults.switchOn(side, Fault.CONNECTION_REFUSED);

        assertThatThrownBy(() -> dial(https)).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> dial(http)).isInstanceOf(ConnectException.class);

        edge.faults.clear();
        assertThat(edge.streets.https(side)).isEqualTo(https);
        assertThat(edge.client().get(site).status()).isEqualTo(200);
    }

    @Test
    void theOtherDoorsStayOpenMeanwhile() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.CONNECTION_REFUSED);

        assertThat(edge.client()
                        .get("https://" + Hosts.GATEWAY + "/production/health/")
                        .status())
                .isEqualTo(200);
        assertThat(edge.client().get("https://" + Hosts.OLD + "/health/").status())
                .isEqualTo(200);
    }

    @Test
    void nothingListensAfterTheEnd() {
        List<Integer> ports = List.of(
                edge.streets.https(Side.NEW),
                edge.streets.http(Side.OLD),
                edge.streets.gateway(),
                edge.streets.assets(),
                edge.streets.aws(),
                edge.ground.mail().smtpPort(),
                edge.ground.mail().imapPort());
        edge.faults.switchOn(Side.NEW, Fault.CONNECTION_REFUSED);

        edge.close();

        assertThat(ports)
                .allSatisfy(port -> assertThatThrownBy(() -> dial(port)).isInstanceOf(ConnectException.class));
    }

    private static void dial(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    private static List<Certificate> chainSeenBy(Client client, String host) throws IOException {
        int port = client.ports().get("https://" + host);
        try (SSLSocket socket =
                (SSLSocket) client.trust().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return List.of(socket.getSession().getPeerCertificates());
        }
    }

    private static String spki(Certificate certificate) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(certificate.getPublicKey().getEncoded()));
    }

    private String otherAuthority() {
        return new Authority(edge.clock, new SplittableRandom(3)).pem();
    }
}
