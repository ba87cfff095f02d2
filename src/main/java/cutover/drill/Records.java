package cutover.drill;

import java.util.List;

/** The data of the application, for telling what a rollback costs. */
public interface Records {

    /** Notes what is there now; {@link #lost()} compares with it. */
    void note();

    /** Puts the live data back to what was noted. */
    void takeBack();

    /** What is wrong with the live data, one line each; empty when they are sound. */
    List<String> broken();

    /** The rows that were there when it was noted and are not there now. */
    List<Lost> lost();
}
