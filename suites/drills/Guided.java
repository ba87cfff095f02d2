package drills;

import cutover.junit.GuidedRollback;
import org.junit.jupiter.api.Test;

/** A way back that people go while this looks on; runs with -Dguided only. */
class Guided {

    @Test
    void leadsBackActionByAction() {
        GuidedRollback.ofThisRun().orElseThrow().run(Guided.class);
    }
}
