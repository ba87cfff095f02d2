package audit;

import cutover.patience.Durations;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.time.Duration;

/** What people have written at the new site, which whoever goes back must not lose. */
final class Written {

    private Written() {}

    /**
     * What the log of a site tells. None in the window is no proof that none were written since the switch, and a log that
     * could not be read to its end knows of some only.
     */
    static WayBack at(String host, PastTraffic traffic, Duration window, String place) {
        String last = "in the last " + Durations.told(window);
        return traffic.writes() > 0
                ? WayBack.atACost(
                        Subject.DATA,
                        "strangers wrote at " + host + " " + traffic.writes() + " times " + last
                                + ": where the old application has a database of its own, carry over what they wrote",
                        place)
                : WayBack.notKnown(
                        Subject.DATA,
                        "nobody wrote at " + host + " " + last
                                + "; what was written between the switch and then is not known",
                        place);
    }
}
