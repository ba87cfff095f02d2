package cutover.twin.mailgun;

import com.mailgun.api.MailgunApi;
import com.mailgun.api.v3.MailgunEventsApi;
import com.mailgun.api.v3.MailgunMessagesApi;
import com.mailgun.client.MailgunClient;
import com.mailgun.model.events.EventItem;
import com.mailgun.model.message.Message;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Door;
import cutover.twin.front.House;
import feign.Request;
import feign.Retryer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A Mailgun that listens on loopback, with a world around it that is only pretended. */
final class Rig implements AutoCloseable {

    static final String US = "clearmyrecord.org";
    static final String EU = "eu.clearmyrecord.org";
    static final String NO_SUCH_USER = "550 5.1.1 No such user";
    static final String NOBODY = "nobody@example.com";

    final Web web = new Web();
    final Faults faults = new Faults();
    final Hands clock = new Hands();
    final List<Sent> sent = new CopyOnWriteArrayList<>();
    final Map<String, String> refusals = new ConcurrentHashMap<>(Map.of(NOBODY, NO_SUCH_USER));
    final Mailgun mailgun;

    private final Later later = new Later();
    private final House house = new House(later);
    private final Door us;
    private final Door eu;

    record Sent(String from, String to, String mime) {}

    Rig() {
        mailgun = new Mailgun(web, this::deliver, faults, clock, new Ids(new SplittableRandom(7)), later);
        us = house.http(mailgun.us());
        eu = house.http(mailgun.eu());
        house.open();
    }

    <A extends MailgunApi> A us(Class<A> api) {
        return api(usUrl(), mailgun.apiKey(), api);
    }

    <A extends MailgunApi> A eu(Class<A> api) {
        return api("http://127.0.0.1:" + eu.port() + "/", mailgun.apiKey(), api);
    }

    /** The client as it comes, but that it gives up at once and soon. */
    static <A extends MailgunApi> A api(String url, String key, Class<A> api) {
        return MailgunClient.config(url, key)
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(2, TimeUnit.SECONDS, 2, TimeUnit.SECONDS, false))
                .createApi(api);
    }

    String usUrl() {
        return "http://127.0.0.1:" + us.port() + "/";
    }

    void on(Fault fault) {
        faults.switchOn(Side.NEW, fault);
    }

    void off(Fault fault) {
        faults.switchOff(Side.NEW, fault);
    }

    static Message.MessageBuilder message(String to) {
        return Message.builder()
                .from("Ann <ann.org@clearmyrecord.org>")
                .to(to)
                .subject("Your form, r\u00e9sum\u00e9")
                .text("We have read it.");
    }

    /** Returns the message's id. */
    String send(Message message) {
        return us(MailgunMessagesApi.class).sendMessage(US, message).getId();
    }

    String send(String to) {
        return send(message(to).build());
    }

    @SuppressWarnings("deprecation") // the vendor has a newer log besides
    List<EventItem> events() {
        return us(MailgunEventsApi.class).getAllEvents(US).getItems();
    }

    List<EventItem> events(String name) {
        return events().stream().filter(event -> event.getEvent().equals(name)).toList();
    }

    List<EventItem> awaited(String event) {
        return awaited(1, event);
    }

    List<EventItem> awaited(int count, String event) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> events(event), found -> found.size() >= count);
    }

    /** A request that the client has no method for. */
    HttpResponse<String> call(String method, String url, String accept, String form) throws Exception {
        String user = "api:" + mailgun.apiKey();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                                .header("Accept", accept)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .method(method, HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        house.close();
        later.close();
    }

    private Optional<String> deliver(String from, String to, byte[] mime) {
        sent.add(new Sent(from, to, new String(mime, StandardCharsets.UTF_8)));
        return Optional.ofNullable(refusals.get(to));
    }
}
