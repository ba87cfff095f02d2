package cutover.twin.twilio;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.internet.Internet;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The telephony vendor: the part of its REST API (version 2010-04-01, and the monitor's v1) that its own clients need
 * for looking at numbers and for a test call. A call to one of the account's numbers really asks the number's address
 * what to do, and does it. At first the users are at the old side. A fault of the vendor's counts on either side; one
 * that is a matter of wiring points the numbers anew when it is switched, whatever the API changed before.
 */
public final class Twilio implements Front {

    /** The number whose callers leave a message. */
    public static final String VOICEMAIL = "+14155550100";

    /** A number that is not the voicemail's and points at the application as well. */
    public static final String SECOND = "+14155550101";

    /** The number from which test calls are made; nobody answers it. */
    public static final String CALLER = "+14155550123";

    private static final Duration NO_ANSWER = Duration.ofSeconds(60);

    private final Faults faults;
    private final Account account;
    private final Book book;
    private final Wiring wiring;
    private final Api api;
    private final AtomicReference<Side> users = new AtomicReference<>(Side.OLD);

    public Twilio(Internet internet, Faults faults, Clock clock, Ids ids, Later later) {
        this.faults = faults;
        this.account = new Account("AC" + ids.hex(32), ids.hex(32));
        this.book = new Book(account, clock, ids);
        this.wiring = new Wiring(book);
        Courier courier = new Courier(internet, account.token(), () -> on(Fault.TWILIO_DISTRUSTS_CHAIN));
        this.api = new Api(book, new Switchboard(book, courier, later, this::on));
        faults.listen((side, fault, nowOn) -> {
            if (Wiring.FAULTS.contains(fault)) {
                wire();
            }
        });
        wire();
    }

    /** Name for signing in to the API. */
    public String account() {
        return account.sid();
    }

    /** Password for signing in to the API, and key of the signatures on webhooks. */
    public String authToken() {
        return account.token();
    }

    /** Points all numbers at the side where the users are; what was changed through the API is lost. */
    public void usersAt(Side side) {
        users.set(side);
        wire();
    }

    /**
     * Forgets calls, recordings and alerts, and what was changed through the API; a running call does nothing more.
     */
    public void clear() {
        book.forgetCalls();
        wire();
    }

    @Override
    public Reply answer(Incoming request) {
        if (on(Fault.TWILIO_HANGS)) {
            return new Reply(unavailable(), NO_ANSWER);
        }
        return Reply.now(response(request));
    }

    private WebResponse response(Incoming request) {
        if (on(Fault.TWILIO_FAILS)) {
            return unavailable();
        }
        if (on(Fault.TWILIO_MALFORMED)) {
            return WebResponse.text(200, "text/html", "<html>");
        }
        if (on(Fault.TWILIO_THROTTLES)) {
            return Answer.error(429, 20429, "Too Many Requests").with("Retry-After", "1");
        }
        if (on(Fault.TWILIO_REFUSES_TOKEN) || !account.admits(request)) {
            return Answer.error(401, 20003, "Authenticate").with("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
        return api.answer(ApiCall.of(request));
    }

    private static WebResponse unavailable() {
        return Answer.error(503, 20503, "Service is unavailable");
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault) || faults.on(Side.OLD, fault);
    }

    private synchronized void wire() {
        wiring.apply(book, users.get(), this::on);
    }
}
