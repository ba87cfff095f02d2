package cutover.probe.mail;

import java.util.List;
import java.util.function.Function;

/** What a look into a mailbox yielded. */
public sealed interface MailObservation
        permits MailObservation.Seen, MailObservation.Refused, MailObservation.Unreachable {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Seen, T> seen, Function<Refused, T> refused, Function<Unreachable, T> unreachable);

    /**
     * All folders were read; no mail is an answer too.
     *
     * @param mails in the order in which they were received
     * @param cut true when a folder held more new mails than we read, so that "none" and "exactly one" can't be told
     */
    record Seen(List<Mail> mails, boolean cut) implements MailObservation {

        public Seen {
            mails = List.copyOf(mails);
        }

        /** All that there were. */
        public Seen(List<Mail> mails) {
            this(mails, false);
        }

        @Override
        public <T> T fold(Function<Seen, T> seen, Function<Refused, T> refused, Function<Unreachable, T> unreachable) {
            return seen.apply(this);
        }
    }

    /** The server does not let us in, or knows no such folder. */
    record Refused(String detail) implements MailObservation {

        @Override
        public <T> T fold(Function<Seen, T> seen, Function<Refused, T> refused, Function<Unreachable, T> unreachable) {
            return refused.apply(this);
        }
    }

    /** No connection to the server, or it broke. */
    record Unreachable(String detail) implements MailObservation {

        @Override
        public <T> T fold(Function<Seen, T> seen, Function<Refused, T> refused, Function<Unreachable, T> unreachable) {
            return unreachable.apply(this);
        }
    }
}
