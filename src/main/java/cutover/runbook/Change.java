package cutover.runbook;

import java.time.Instant;

/**
 * Something that is not as it was in an earlier run.
 *
 * @param subject the key of a fact, or a step's id
 * @param before as it was; empty for what appeared
 * @param now as it is; empty for what is gone
 * @param since when the run began that it is compared with
 */
public record Change(Kind kind, String subject, String before, String now, Instant since) {

    /** In which way it differs. */
    public enum Kind {
        /** A step ended otherwise. */
        STEP,
        /** A fact has another value. */
        CHANGED,
        /** A fact that the same step has not seen before. */
        APPEARED,
        /** A fact that the same step sees no longer. */
        GONE,
        /** A step or a response took more than twice as long as usual. */
        SLOWER
    }

    /** One line for people. */
    public String told() {
        return switch (kind) {
            case STEP, CHANGED -> subject + ": " + now + ", was " + before;
            case APPEARED -> subject + ": " + now + ", was not there";
            case GONE -> subject + ": not there, was " + before;
            case SLOWER -> subject + ": " + now + ", usually " + before;
        };
    }
}
