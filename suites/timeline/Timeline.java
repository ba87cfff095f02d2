package timeline;

import cutover.junit.DressRehearsal;
import org.junit.jupiter.api.Test;

/** All phases of the launch, one after the other on the twin; runs with -Dphase=all only. */
class Timeline {

    @Test
    void isPlayedFromBeforeTheLaunchToTheDayAfter() {
        DressRehearsal.ofThisRun().orElseThrow().play(Timeline.class);
    }
}
