package cutover.twin.twilio;

import cutover.twin.clockwork.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that the vendor keeps for the account. */
final class Book {

    private final Account account;
    private final Clock clock;
    private final Ids ids;
    private final Instant opened;
    private final Shelf<PhoneNumber> numbers = new Shelf<>();
    private final Shelf<TwimlApplication> applications = new Shelf<>();
    private final Shelf<Call> calls = new Shelf<>();
    private final Shelf<Recording> recordings = new Shelf<>();
    private final Shelf<Alert> alerts = new Shelf<>();

    Book(Account account, Clock clock, Ids ids) {
        this.account = account;
        this.clock = clock;
        this.ids = ids;
        this.opened = clock.instant();
    }

    Account account() {
        return account;
    }

    /** When the account was opened. */
    Instant opened() {
        return opened;
    }

    Instant now() {
        return clock.instant();
    }

    /** A new sid, for instance {@code sid("CA")}. */
    String sid(String prefix) {
        return prefix + ids.hex(32);
    }

    Shelf<PhoneNumber> numbers() {
        return numbers;
    }

    Shelf<TwimlApplication> applications() {
        return applications;
    }

    Shelf<Call> calls() {
        return calls;
    }

    Shelf<Recording> recordings() {
        return recordings;
    }

    Shelf<Alert> alerts() {
        return alerts;
    }

    Optional<PhoneNumber> line(String number) {
        return numbers.newestFirst().stream()
                .filter(line -> line.number().equals(number))
                .findFirst();
    }

    /** A leg that the customer ordered. */
    Call outbound(String from, String to, Hook told) {
        String line = line(from).map(PhoneNumber::sid).orElse("");
        return open(from, to, "outbound-api", "", line, told, CallStatus.QUEUED);
    }

    /** The leg at one of the account's own numbers. */
    Call inbound(Call caller, PhoneNumber line, Hook told) {
        return open(caller.from(), line.number(), "inbound", caller.sid(), line.sid(), told, CallStatus.RINGING);
    }

    private Call open(
            String from, String to, String direction, String peer, String line, Hook told, CallStatus status) {
        Optional<Instant> never = Optional.empty();
        Instant now = now();
        Call call = new Call(sid("CA"), from, to, direction, peer, line, told, status, now, now, never, never);
        calls.put(call.sid(), call);
        return call;
    }

    Optional<Call> move(String call, CallStatus next) {
        return calls.change(call, current -> current.moved(next, now()));
    }

    /** The call as it ended; nothing when it was over already. */
    synchronized Optional<Call> end(String call, CallStatus how) {
        return live(call) ? move(call, how) : Optional.empty();
    }

    /** Whether the call is known and not over. */
    boolean live(String call) {
        return calls.find(call).filter(known -> !known.status().over()).isPresent();
    }

    /** Writes it down, unless the call has been forgotten in the meantime. */
    void alert(String call, Trouble trouble) {
        if (calls.find(call).isPresent()) {
            Alert alert = new Alert(sid("NO"), call, trouble, now());
            alerts.put(alert.sid(), alert);
        }
    }

    synchronized void wire(List<PhoneNumber> lines, List<TwimlApplication> shared) {
        applications.replace(shared, TwimlApplication::sid);
        numbers.replace(lines, PhoneNumber::sid);
    }

    void forgetCalls() {
        calls.clear();
        recordings.clear();
        alerts.clear();
    }
}
