package cutover.twin.log;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The traffic of the day before, as it stands in the logs: on the old host until it was left, a day ago, and on the new
 * one since then. Both had one error of the same kind, and one of the kind that is known to be harmless.
 */
public final class PastDay {

    private static final Duration DAY = Duration.ofHours(24);
    /** So that who looks at whole days, and does it a little later, finds all of it in one. */
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Duration NIGHT = Duration.ofHours(2);
    private static final Duration BETWEEN = Duration.ofMinutes(6);
    private static final List<String> PATHS = List.of("/", "/health/", "/apply/", "/partners/", "/privacy/", "/faq");
    private static final int EACH = 80;

    private final LogGroup group;
    private final DrainFile old;
    private final Faults faults;
    private final Clock clock;
    private final Ids ids;

    public PastDay(LogGroup group, DrainFile old, Faults faults, Clock clock, Ids ids) {
        this.group = group;
        this.old = old;
        this.faults = faults;
        this.clock = clock;
        this.ids = ids;
    }

    /** Writes it, with what is broken now. */
    public void write() {
        Instant now = clock.instant();
        visits(
                new OldWriter(old),
                now.minus(DAY.multipliedBy(2)).plus(HOUR),
                now.minus(DAY).minus(NIGHT),
                false);
        if (!faults.on(Side.NEW, Fault.LOG_SILENT)) {
            NewWriter written = new NewWriter(group, ids.hex(32), faults.on(Side.NEW, Fault.LOG_TWICE) ? 2 : 1);
            visits(written, now.minus(DAY).plus(NIGHT), now.minus(NIGHT), true);
            mishaps(written, now.minus(DAY.dividedBy(2)));
        }
    }

    private void visits(PastWriter writer, Instant from, Instant to, boolean here) {
        int number = 0;
        for (Instant at = from; at.isBefore(to); at = at.plus(BETWEEN)) {
            visit(writer, at, number++, here);
        }
        writer.request(PastRequest.failed(ids.uuid(), from.plusSeconds(100), "/clips/7/", PastRequest.NO_CLIP));
        writer.request(PastRequest.of(ids.uuid(), from.plusSeconds(200), "/application/", 302)
                .telling("No counties in session data on url /application/ for ip 192.0.2.7"));
    }

    private void visit(PastWriter writer, Instant at, int number, boolean here) {
        PastRequest request = PastRequest.of(ids.uuid(), at, PATHS.get(number % PATHS.size()), 200);
        if (number % EACH == EACH - 1
                || here && number % 4 == 3 && on(Fault.PAST_NOT_FOUND)
                || here && number % 10 == 9 && on(Fault.PAST_MORE_NOT_FOUND)) {
            request = PastRequest.of(ids.uuid(), at, "/wp-login.php", 404);
        }
        if (here && number % 10 == 9 && on(Fault.PAST_SLOW)) {
            request = request.taking(Duration.ofMillis(6_200));
        }
        if (here && number % 8 == 7 && on(Fault.PAST_SLOWER)) {
            request = request.taking(Duration.ofMillis(2_500));
        }
        if (here && number % 10 == 5 && on(Fault.LOG_DUMPS_SECRETS)) {
            writer.event(at, request.id(), PastRequest.DUMP);
        }
        writer.request(request);
        if (number % 10 == 0) {
            writer.keptWarm(at.plusSeconds(60), ids.uuid());
        }
    }

    private void mishaps(NewWriter writer, Instant noon) {
        for (int i = 0; i < 3; i++) {
            Instant at = noon.plus(Duration.ofMinutes(17L * i));
            if (on(Fault.PAST_ERRORS)) {
                writer.event(at, ids.uuid(), PastRequest.LOST_OBJECT);
            }
            if (on(Fault.PAST_CONNECTIONS)) {
                writer.request(PastRequest.failed(ids.uuid(), at, PATHS.get(2 * i), PastRequest.NO_CONNECTION));
            }
            if (on(Fault.PAST_TIMEOUTS)) {
                writer.timedOut(at, ids.uuid());
            }
            if (on(Fault.PAST_ENDLESS)) {
                writer.begun(at, ids.uuid());
            }
        }
        for (int i = 0; i < 4 && on(Fault.PAST_FAILURES); i++) {
            writer.request(PastRequest.failed(
                    ids.uuid(), noon.plusSeconds(60L * i), "/clips/" + i + "/", PastRequest.NO_CLIP));
        }
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
