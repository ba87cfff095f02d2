package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.security.RequestValidator;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.front.Door;
import cutover.twin.front.Hosts;
import cutover.twin.front.House;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.front.ToHttps;
import cutover.twin.internet.LoopbackInternet;
import cutover.twin.tls.Authority;
import cutover.twin.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor, and an application at the other end of real HTTPS that believes nobody without a signature. */
class OverTheWireTest {

    private final List<Incoming> seen = new CopyOnWriteArrayList<>();
    private Later later;
    private House house;
    private Vendor vendor;

    @BeforeEach
    void open() throws Exception {
        Authority authority = new Authority(Clock.systemUTC(), new SplittableRandom(1));
        later = new Later();
        house = new House(later);
        Door https = house.https(authority.identity(List.of(Hosts.NEW)), this::application);
        Door http = house.http(new ToHttps());
        house.open();
        Map<String, Integer> doors = Map.of(Hosts.NEW + ":443", https.port(), Hosts.NEW + ":80", http.port());
        SSLContext trust = trusting(authority);
        vendor = new Vendor(web -> new LoopbackInternet(
                place -> doors.containsKey(place) ? OptionalInt.of(doors.get(place)) : OptionalInt.empty(), trust));
    }

    @AfterEach
    void close() {
        vendor.close();
        house.close();
        later.close();
    }

    @Test
    void theApplicationSeesWhatWasSigned() {
        Call inbound = vendor.called();

        assertThat(inbound.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(vendor.alerts()).isEmpty();
        assertThat(seen)
                .extracting(request -> request.method() + " " + request.target())
                .containsExactly(
                        "POST " + Web.CALL + "?source=twilio&line=voicemail",
                        "GET /static/hello.mp3",
                        "POST " + Web.MESSAGE);
    }

    @Test
    void aNumberThatCallsOverPlainHttpIsSentOnWithItsForm() {
        vendor.fault(Fault.TWILIO_PLAIN_HTTP);

        vendor.called();

        assertThat(vendor.alerts()).isEmpty();
        assertThat(seen)
                .first()
                .extracting(request -> request.method() + " " + request.target())
                .asString()
                .startsWith("POST " + Web.CALL);
    }

    @Test
    void aHostThatIsNotThereIsNamedInTheAlert() {
        vendor.fault(Fault.TWILIO_STILL_OLD);

        vendor.called();

        assertThat(vendor.alerts()).extracting(Alert::getErrorCode).containsExactly("11210");
        assertThat(seen).isEmpty();
    }

    private Reply application(Incoming request) {
        seen.add(request);
        if (request.path().startsWith("/static/")) {
            return Reply.now(WebResponse.text(200, "audio/mpeg", "ID3"));
        }
        if (request.method().equals("GET")) {
            return Reply.now(WebResponse.text(405, "text/html", ""));
        }
        String twiml = request.path().equals(Web.CALL)
                ? "<Response><Play>/static/hello.mp3</Play><Record action=\"" + Web.MESSAGE + "\"/></Response>"
                : "";
        return Reply.now(
                signed(request)
                        ? WebResponse.text(200, "text/html; charset=utf-8", twiml)
                        : WebResponse.text(404, "text/html", ""));
    }

    private boolean signed(Incoming request) {
        Map<String, String> form = new TreeMap<>();
        Form.read(new String(request.body(), UTF_8))
                .fields()
                .forEach(field -> form.put(field.getKey(), field.getValue()));
        return new RequestValidator(vendor.twilio.authToken())
                .validate(
                        "https://" + request.host() + request.target(),
                        form,
                        request.header("X-Twilio-Signature").orElse(""));
    }

    private static SSLContext trusting(Authority authority) throws Exception {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        ByteArrayInputStream pem = new ByteArrayInputStream(authority.pem().getBytes(UTF_8));
        roots.setCertificateEntry(
                "root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
