package drills;

import cutover.junit.RollbackDrills;
import org.junit.jupiter.api.Test;

/** The rollback drills, one after the other on the twin; runs with -Dphase=drills or -Ddrill=… only. */
class Drills {

    @Test
    void areRunOneAfterTheOther() {
        RollbackDrills.ofThisRun().orElseThrow().run(Drills.class);
    }
}
