package cutover.drill;

import cutover.config.Doc;
import java.time.Duration;

/** How long each part may take, from the moment at which it breaks. */
public record Targets(
        @Doc("Until the steps have noticed") Duration noticed,
        @Doc("Until it is clear what to do") Duration decided,

        @Doc("Until the old site is proved to be back (RTO)")
        Duration back) {

    public Targets {
        if (noticed.compareTo(decided) > 0 || decided.compareTo(back) > 0) {
            throw new IllegalArgumentException(
                    "it is noticed, decided, and back, in this order: " + noticed + ", " + decided + ", " + back);
        }
    }
}
