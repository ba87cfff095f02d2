package cutover.twin;

import cutover.twin.aws.Account;
import cutover.twin.fault.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The vendor's account as the team has left it at a moment of the launch. */
record AccountAt(Instant begun, Supplier<Moment> moment) implements Account {

    /** When the bucket was synced the second time: between the snapshot of the morning and the one before the deploy. */
    Instant synced() {
        return begun.minus(Duration.ofMinutes(30));
    }

    /** When the scheduled work was last moved. */
    Instant rescheduled() {
        return begun.minus(Duration.ofHours(3));
    }

    @Override
    public boolean retiredKeyWorks() {
        return moment.get() != Moment.CLOSED;
    }

    @Override
    public boolean scheduledHere() {
        return moment.get().tasks() == Side.NEW;
    }

    @Override
    public boolean deploying() {
        return moment.get() != Moment.BEFORE;
    }
}
