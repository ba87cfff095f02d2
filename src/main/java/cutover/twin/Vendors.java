package cutover.twin;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import cutover.twin.heroku.HerokuApi;
import cutover.twin.internet.LoopbackInternet;
import cutover.twin.mail.Inbound;
import cutover.twin.mailgun.Mailgun;
import cutover.twin.pingdom.PingdomApi;
import cutover.twin.tls.Authority;
import cutover.twin.twilio.Twilio;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The vendors that call the application, their way to it, and those that only tell of it. */
final class Vendors implements Inbound {

    /** Mail to this domain is refused by its host, so that it bounces. */
    static final String BOUNCES = "bounces.cutover.example";

    private final Supplier<Streets> streets;
    private final Later later;
    private final Twilio twilio;
    private final Mailgun mailgun;
    private final HerokuApi heroku;
    private final PingdomApi pingdom;

    /** @param streets asked when a vendor calls, not before: the vendors have doors there themselves */
    Vendors(
            Supplier<Streets> streets,
            World world,
            Authority authority,
            Faults faults,
            Clock clock,
            Ids ids,
            Later later) {
        this.streets = streets;
        this.later = later;
        LoopbackInternet internet = new LoopbackInternet(this::door, authority.trust());
        this.twilio = new Twilio(internet, faults, clock, ids, later);
        this.mailgun = new Mailgun(internet, (from, to, mime) -> refusal(to), faults, clock, ids, later);
        this.heroku =
                new HerokuApi(ids.uuid(), () -> !world.is(Deed.OLD_APP_OFF), () -> world.tasks() == Side.OLD, faults);
        this.pingdom = new PingdomApi(ids.password(), faults);
    }

    Twilio twilio() {
        return twilio;
    }

    Mailgun mailgun() {
        return mailgun;
    }

    HerokuApi heroku() {
        return heroku;
    }

    PingdomApi pingdom() {
        return pingdom;
    }

    Map<String, String> values() {
        return Map.of("twin.twilio.account", twilio.account());
    }

    Map<String, String> secrets() {
        return Map.of(
                "TWIN_TWILIO_AUTH_TOKEN", twilio.authToken(),
                "TWIN_MAILGUN_KEY", mailgun.apiKey(),
                "TWIN_HEROKU_TOKEN", heroku.token(),
                "TWIN_PINGDOM_TOKEN", pingdom.token());
    }

    /** Whom the vendors call, and what they have noted of it, is as the world wants it. */
    void preset(Side users) {
        twilio.usersAt(users);
        mailgun.usersAt(users);
        pingdom.usersAt(users);
    }

    void clear() {
        twilio.clear();
        mailgun.clear();
        heroku.asGiven();
    }

    @Override
    public boolean takes(String recipient) {
        return mailgun.takes(recipient);
    }

    @Override
    public void receive(String recipient, byte[] mime) {
        later.execute(() -> mailgun.receive(recipient, mime));
    }

    private OptionalInt door(String address) {
        Streets known = streets.get();
        Map<String, Integer> doors = Map.of(
                Hosts.NEW + ":443", known.https(Side.NEW),
                Hosts.NEW + ":80", known.http(Side.NEW),
                Hosts.OLD + ":443", known.https(Side.OLD),
                Hosts.OLD + ":80", known.http(Side.OLD),
                Hosts.GATEWAY + ":443", known.gateway(),
                Hosts.ASSETS + ":443", known.assets(),
                Hosts.DOTTED_ASSETS + ":443", known.assets());
        return doors.containsKey(address) ? OptionalInt.of(doors.get(address)) : OptionalInt.empty();
    }

    private static Optional<String> refusal(String recipient) {
        return recipient.endsWith("@" + BOUNCES)
                ? Optional.of("550 5.1.1 <" + recipient + ">: Recipient address rejected: User unknown")
                : Optional.empty();
    }
}
