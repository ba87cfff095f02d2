package data;

import cutover.junit.Workbench;

/** Whether the scheduled work runs on one side, and on that one only. */
final class OneSide {

    private final NewSchedule here;
    private final OldSchedule there;

    OneSide(Workbench bench) {
        this.here = new NewSchedule(bench);
        this.there = new OldSchedule(bench);
    }

    /** The new side has it. */
    void theNew() {
        there.mustBeOff();
        here.mustBeOn();
    }

    /** The old side has it again. */
    void theOld() {
        there.mustBeOn();
        here.mustBeOff();
    }
}
