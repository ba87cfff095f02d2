package cutover.drill;

import cutover.runbook.Phase;
import java.time.Duration;
import java.util.List;

/** The world in which a drill takes place. */
public interface Scene {

    /** Puts the world where the timeline has it in that phase, with nothing broken. */
    void begin(Phase phase);

    /** People are on the site as names lead there now, and stay with the connections that their browsers keep. */
    void peopleStay();

    /** Breaks something; it stays broken until it is mended. */
    void breakDown(Break what);

    /** Mends all that was broken but the data. */
    void mend();

    /** All that people can change. */
    List<Lever> levers();

    /** The application's data. */
    Records records();

    /** That person's part is done, where no lever stands for it. */
    void pass(Action action);

    /** So much time goes by as resolvers may remember names. */
    void letPass(Duration remembered);
}
