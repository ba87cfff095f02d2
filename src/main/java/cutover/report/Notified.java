package cutover.report;

import java.util.Locale;

/**
 * What became of telling the team on one channel; it has no say in the verdict.
 *
 * @param channel as people know it
 * @param why empty for one that simply took it
 * @param toDo the next action; empty when there is none
 */
public record Notified(String channel, Outcome outcome, String why, String toDo) {

    /** Whether the team knows. */
    public enum Outcome {
        /** the channel took it */
        ACCEPTED("told"),
        /** the channel does not take it */
        REFUSED("not told"),
        /** nobody knows whether it arrived */
        LOST("perhaps not told"),
        /** left out in favour of another channel */
        WITHHELD("left out");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** For other programs. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether somebody must act. */
    public boolean isTrouble() {
        return outcome == Outcome.REFUSED || outcome == Outcome.LOST;
    }

    /** "Slack channel launch-room: not told, Slack answers 410 channel_is_archived". */
    public String told() {
        return channel + ": " + outcome.words + (why.isEmpty() ? "" : ", " + why);
    }
}
