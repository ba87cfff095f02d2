package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Door;
import cutover.twin.front.House;
import cutover.twin.internet.Internet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;

/** The vendor at a loopback port, seen through its own client. */
final class Vendor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<Call.Status> UNDER_WAY =
            List.of(Call.Status.QUEUED, Call.Status.RINGING, Call.Status.IN_PROGRESS);

    final Web web = new Web();
    final Faults faults = new Faults();
    final Twilio twilio;
    private final Later later = new Later();
    private final House house = new House(later);
    private final Door door;

    Vendor() {
        this(Function.identity());
    }

    /** @param around what stands in the web's place */
    Vendor(Function<Internet, Internet> around) {
        twilio = new Twilio(around.apply(web), faults, Clock.systemUTC(), new Ids(new SplittableRandom(7)), later);
        twilio.usersAt(Side.NEW);
        door = house.http(twilio);
        house.open();
    }

    void fault(Fault fault) {
        faults.switchOn(Side.NEW, fault);
    }

    TwilioRestClient client() {
        return client(twilio.authToken());
    }

    TwilioRestClient client(String token) {
        HttpHost here = new HttpHost("http", "127.0.0.1", door.port());
        NetworkHttpClient http =
                new NetworkHttpClient(
                        HttpClientBuilder.create().setRoutePlanner((target, context) -> new HttpRoute(here))) {
                    @Override
                    public Response reliableRequest(Request request) {
                        return makeRequest(request);
                    }
                };
        return new TwilioRestClient.Builder(twilio.account(), token)
                .httpClient(http)
                .build();
    }

    /** Orders a call that does nothing but listen. */
    Call dial(String to) {
        return Call.creator(
                        new PhoneNumber(to),
                        new PhoneNumber(Twilio.CALLER),
                        new Twiml("<Response><Pause length=\"30\"/></Response>"))
                .create(client());
    }

    /** Calls the voicemail and waits until both legs are over; the leg at the number. */
    Call called() {
        Call outbound = dial(Twilio.VOICEMAIL);
        awaited(outbound.getSid());
        Call inbound = leg("inbound");
        return awaited(inbound.getSid());
    }

    Call awaited(String sid) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> fetched(sid), call -> !UNDER_WAY.contains(call.getStatus()));
    }

    Call fetched(String sid) {
        return Call.fetcher(sid).fetch(client());
    }

    List<Call> calls() {
        return all(Call.reader().read(client()));
    }

    Call leg(String direction) {
        return calls().stream()
                .filter(call -> call.getDirection().equals(direction))
                .findFirst()
                .orElseThrow();
    }

    List<Alert> alerts() {
        return all(Alert.reader().read(client()));
    }

    List<IncomingPhoneNumber> numbers() {
        return all(IncomingPhoneNumber.reader().read(client()));
    }

    IncomingPhoneNumber voicemail() {
        return numbers().get(0);
    }

    void inProgress(Call call) {
        Awaitility.await().until(() -> fetched(call.getSid()).getStatus() == Call.Status.IN_PROGRESS);
    }

    /** What no client of the vendor's would ask for. */
    HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    String credential() {
        String pair = twilio.account() + ":" + twilio.authToken();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    static ApiException refusal(ThrowingCallable request) {
        ApiException refusal = catchThrowableOfType(ApiException.class, request);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    static <T> List<T> all(Iterable<T> things) {
        return StreamSupport.stream(things.spliterator(), false).toList();
    }

    @Override
    public void close() {
        house.close();
        later.close();
    }
}
