package cutover.notice;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What became of a notice on one channel. */
public sealed interface Delivery {

    /** The channel, as people know it: {@code Slack channel launch-room}. */
    String channel();

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(
            Function<Accepted, T> accepted,
            Function<Refused, T> refused,
            Function<Lost, T> lost,
            Function<Withheld, T> withheld);

    /** The same with every text passed through the mask. */
    default Delivery masked(UnaryOperator<String> mask) {
        return fold(
                accepted -> new Accepted(accepted.channel, mask.apply(accepted.remark)),
                refused -> new Refused(refused.channel, mask.apply(refused.why), mask.apply(refused.toDo)),
                lost -> new Lost(lost.channel, mask.apply(lost.why), mask.apply(lost.toDo)),
                withheld -> new Withheld(withheld.channel, mask.apply(withheld.why)));
    }

    /** Whether the team has it there. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /**
     * The channel took it; that somebody reads it is more than it can say.
     *
     * @param remark what is to be said about the way it took; empty for nothing
     */
    record Accepted(String channel, String remark) implements Delivery {
        @Override
        public <T> T fold(
                Function<Accepted, T> accepted,
                Function<Refused, T> refused,
                Function<Lost, T> lost,
                Function<Withheld, T> withheld) {
            return accepted.apply(this);
        }
    }

    /** The channel understood, and does not take it. */
    record Refused(String channel, String why, String toDo) implements Delivery {
        @Override
        public <T> T fold(
                Function<Accepted, T> accepted,
                Function<Refused, T> refused,
                Function<Lost, T> lost,
                Function<Withheld, T> withheld) {
            return refused.apply(this);
        }
    }

    /** Nobody knows: no connection, no trust, no answer in time, or one that says nothing. */
    record Lost(String channel, String why, String toDo) implements Delivery {
        @Override
        public <T> T fold(
                Function<Accepted, T> accepted,
                Function<Refused, T> refused,
                Function<Lost, T> lost,
                Function<Withheld, T> withheld) {
            return lost.apply(this);
        }
    }

    /** It was not sent there, because its way is itself under test and another channel took it. */
    record Withheld(String channel, String why) implements Delivery {
        @Override
        public <T> T fold(
                Function<Accepted, T> accepted,
                Function<Refused, T> refused,
                Function<Lost, T> lost,
                Function<Withheld, T> withheld) {
            return withheld.apply(this);
        }
    }
}
