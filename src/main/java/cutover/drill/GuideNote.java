package cutover.drill;

import cutover.finding.Finding;
import java.time.Instant;
import java.util.List;

/**
 * One thing that happened while people were guided back, kept as it happens.
 *
 * @param action number of the action, from 1; 0 for what concerns all of them
 * @param act what a person does; empty for what concerns all of them
 * @param run id of the run that looked; empty where nobody looked
 * @param words for people, one line; may be empty
 * @param findings why it goes no further; empty otherwise
 */
public record GuideNote(
        Instant at, Kind kind, int action, String act, String run, String words, List<Finding> findings) {

    public GuideNote {
        findings = List.copyOf(findings);
    }

    /** What it is that happened. */
    public enum Kind {
        /** the guide has begun */
        BEGUN(""),
        /** this action has to be done */
        PLANNED("not done yet"),
        /** a person was told to do it now */
        ASKED("told, not seen"),
        /** somebody looked, and it cannot be seen yet */
        LOOKED(""),
        /** it can be seen that it was done */
        SEEN("seen"),
        /** it could be seen before anybody was told to do it */
        ALREADY("seen before its turn"),
        /** what shows it shows a later action too, and is waited for there */
        WITH_A_LATER_ONE("seen with a later one"),
        /** no step can tell whether it was done */
        UNOBSERVED("not observed"),
        /** its time is over, or the guide was broken off there */
        STOPPED("stopped here"),
        /** all of them were gone through */
        ENDED("");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people; empty for what is no state of an action. */
        String words() {
            return words;
        }
    }
}
