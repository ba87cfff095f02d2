package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends what was accepted, to each recipient by itself. */
final class Dispatch {

    private static final List<Duration> WAITS = List.of(Duration.ofMillis(250), Duration.ofMillis(500));

    private final Mailgun.Delivery delivery;
    private final Webhooks webhooks;
    private final Chronicle chronicle;
    private final Later later;
    private final Clock clock;
    private final Ids ids;

    private record Leg(Domain domain, Ledger ledger, Mailing mailing, String recipient) {}

    Dispatch(Mailgun.Delivery delivery, Webhooks webhooks, Chronicle chronicle, Later later, Clock clock, Ids ids) {
        this.delivery = delivery;
        this.webhooks = webhooks;
        this.chronicle = chronicle;
        this.later = later;
        this.clock = clock;
        this.ids = ids;
    }

    /** Returns once the message is accepted; it is on its way then. */
    void send(Domain domain, Mailing mailing) {
        Ledger ledger = domain.ledger();
        for (String recipient : mailing.letter().recipients()) {
            chronicle.accepted(ledger, mailing, recipient);
            if (!mailing.testMode()) {
                later.execute(() -> deliver(new Leg(domain, ledger, mailing, recipient), 0));
            }
        }
    }

    private void deliver(Leg leg, int failed) {
        if (leg.ledger().suppression(leg.recipient()).isPresent()) {
            leg.ledger().add(event(leg, Failure.suppressed()));
            return;
        }
        Optional<Refusal> refusal = delivery.deliver(
                        returnPath(leg), leg.recipient(), leg.mailing().letter().mime())
                .map(Refusal::parse);
        if (refusal.isEmpty()) {
            chronicle.delivered(leg.ledger(), leg.mailing(), leg.recipient());
        } else if (refusal.get().permanent()) {
            bounced(leg, refusal.get());
        } else {
            putOff(leg, refusal.get(), failed);
        }
    }

    /** Who sees the event finds the suppression, and whom the webhook tells of the event finds both. */
    private void bounced(Leg leg, Refusal refusal) {
        ObjectNode event = event(leg, Failure.bounced(refusal));
        Runnable calls = webhooks.bounced(leg.domain(), leg.mailing(), leg.recipient(), refusal, event);
        leg.ledger().suppress(new Suppression(leg.recipient(), refusal.code(), refusal.text(), clock.instant()));
        leg.ledger().add(event);
        calls.run();
    }

    private void putOff(Leg leg, Refusal refusal, int failed) {
        if (failed < WAITS.size()) {
            leg.ledger().add(event(leg, Failure.putOff(refusal)));
            later.in(WAITS.get(failed), () -> deliver(leg, failed + 1));
        } else {
            leg.ledger().add(event(leg, Failure.givenUp(refusal)));
        }
    }

    private ObjectNode event(Leg leg, Failure failure) {
        return chronicle.failure(leg.mailing(), leg.recipient(), failure);
    }

    /** An address of the vendor's own for each recipient, so that late bounces can be told apart. */
    private String returnPath(Leg leg) {
        return "bounce+" + ids.hex(6) + "." + ids.hex(6) + "-" + leg.recipient().replace('@', '=') + "@"
                + leg.domain().name();
    }
}
