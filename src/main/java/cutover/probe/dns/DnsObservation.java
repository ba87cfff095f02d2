package cutover.probe.dns;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** One question to one server and what became of it. */
public sealed interface DnsObservation permits Answered, Silent {

    /** What was asked, and of whom. */
    Query query();

    /** How the answer came, or how far the question got: TCP after an answer over UDP that was cut. */
    Transport transport();

    /** When it was asked first. */
    Instant at();

    /** From then to the whole answer, or to the moment it was given up. */
    Duration took();

    /** Messages that came and answered something else: another id, another question, no answer at all. */
    int ignored();

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Answered, T> answered, Function<Silent, T> silent);

    default NameServer server() {
        return query().server();
    }

    default Question question() {
        return query().question();
    }

    /** The outcome in a few words: "NOERROR", "NXDOMAIN", "timed out: …". */
    default String outcome() {
        return fold(Answered::rcode, Silent::told);
    }
}
