package common;

import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;

/** What an answer's Strict-Transport-Security means for the way back, whether it is allowed in the phase or not. */
public final class StrictSeen {

    private StrictSeen() {}

    /** Tells the journal. */
    public static void tell(Workbench bench, String host, Answered answer) {
        Lasting lasting = new Lasting(answer);
        String witness = Answers.url(answer);
        bench.wayBack(
                lasting.strict().isEmpty()
                        ? WayBack.possible(Subject.STRICT_TRANSPORT, witness)
                        : WayBack.atACost(
                                Subject.STRICT_TRANSPORT,
                                "browsers that came refuse plain http at " + host + " " + lasting.strictly()
                                        + ": whoever answers there afterwards must speak https",
                                witness));
    }
}
