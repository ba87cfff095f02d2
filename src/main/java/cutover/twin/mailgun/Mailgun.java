package cutover.twin.mailgun;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.internet.Internet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One account at the vendor, with a domain in each of its two regions. What is set up at the start follows the users
 * from host to host; what is changed through the API stays as it was changed, until they move or {@link #clear()}.
 *
 * <p>A bounce calls the webhook in the form of 2018: a form, signed with the account's key (<a
 * href="https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks">the vendor on
 * signatures</a>). A message to an address that is suppressed already calls none: in that form it was a webhook of its
 * own, and the account has none of that kind.
 */
public final class Mailgun {

    static final String US_DOMAIN = "clearmyrecord.org";
    static final String EU_DOMAIN = "eu.clearmyrecord.org";

    /** The account is older than the move. */
    private static final Duration AGE = Duration.ofDays(400);

    private final String key;
    private final Wiring wiring;
    private final Region us;
    private final Region eu;
    private final Front usFront;
    private final Front euFront;
    private final Inbound inbound;

    /** The way of outgoing mail into the world. Called on the twin's own threads. */
    @FunctionalInterface
    public interface Delivery {

        /**
         * Hands one message to the recipient's mail server.
         *
         * @param from envelope sender, not the one that stands in the message
         * @return empty when it was taken, otherwise the server's refusal, such as {@code 550 5.1.1 No such user}
         */
        Optional<String> deliver(String from, String to, byte[] mime);
    }

    public Mailgun(Internet internet, Delivery delivery, Faults faults, Clock clock, Ids ids, Later later) {
        this.key = "key-" + ids.hex(32);
        Instant since = clock.instant().minus(AGE);
        this.wiring = new Wiring(faults, since);
        this.us = new Region(new Domain(US_DOMAIN, since, wiring::us, ids), new Routes(wiring::routes));
        this.eu = new Region(new Domain(EU_DOMAIN, since, wiring::eu, ids), new Routes(List::of));
        Seal seal = new Seal(key, clock, ids);
        Caller caller = new Caller(internet, later);
        Chronicle chronicle = new Chronicle(clock, ids);
        Webhooks webhooks = new Webhooks(caller, seal, faults, later);
        Dispatch dispatch = new Dispatch(delivery, webhooks, chronicle, later, clock, ids);
        TestCall test = new TestCall(caller, seal, chronicle, faults);
        this.usFront = new Gate(key, faults, new Endpoints(us, dispatch, test, clock, ids));
        this.euFront = new Gate(key, faults, new Endpoints(eu, dispatch, test, clock, ids));
        this.inbound =
                new Inbound(List.of(us, eu), new Forwarder(delivery, caller, seal, chronicle, later), chronicle, ids);
    }

    /** The API at the address of the United States. */
    public Front us() {
        return usFront;
    }

    /** The API at the European address: the same key, other domains and routes. */
    public Front eu() {
        return euFront;
    }

    /** User name {@code api}, this is the password; it signs the webhooks as well. */
    public String apiKey() {
        return key;
    }

    /** Where the users are, and therefore where the webhooks should point; what was changed through the API is lost. */
    public void usersAt(Side side) {
        wiring.usersAt(side);
        us.asGiven();
        eu.asGiven();
    }

    /** Whether inbound mail to this address would be stored or forwarded by a route. */
    public boolean takes(String recipient) {
        return inbound.takes(recipient);
    }

    /** Takes one inbound message; it is stored when this returns, forwarded a little later. */
    public void receive(String recipient, byte[] mime) {
        inbound.receive(recipient, mime);
    }

    /** Forgets events, stored mail, suppressions and all changes to webhooks and routes; where the users are stays. */
    public void clear() {
        us.clear();
        eu.clear();
    }
}
