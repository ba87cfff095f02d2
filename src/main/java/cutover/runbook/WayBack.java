package cutover.runbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a step saw about one thing on which going back depends.
 *
 * @param ends until when this holds; none or one
 * @param words what going back costs, why it is no longer possible, or why nobody knows; empty where it is simply possible
 * @param witness who or what said so: a server, an address
 */
public record WayBack(Subject subject, Standing standing, List<Instant> ends, String words, String witness) {

    /** On what going back depends, in the order in which people ask. */
    public enum Subject {
        OLD_APPLICATION("old application"),
        SECRETS("secrets of the old host"),
        SCHEMA("schema"),
        SNAPSHOT("snapshot"),
        DATA("data written since the switch"),
        NAMES("names"),
        CERTIFICATE("certificate of the old name"),
        REDIRECTS("redirects"),
        STRICT_TRANSPORT("strict transport"),
        WEBHOOKS("webhooks");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        /** The words for people. */
        public String title() {
            return title;
        }
    }

    /** Whether going back is possible, as far as one subject has a say; the earlier constant beats the later one. */
    public enum Standing {
        NO_LONGER("no longer possible"),
        NOT_KNOWN("not known"),
        AT_A_COST("possible at a cost"),
        POSSIBLE("possible");

        private final String text;

        Standing(String text) {
            this.text = text;
        }

        /** The words for people. */
        public String text() {
            return text;
        }

        Standing or(Standing other) {
            return ordinal() <= other.ordinal() ? this : other;
        }
    }

    public WayBack {
        ends = List.copyOf(ends);
        if (ends.size() > 1) {
            throw new IllegalArgumentException(subject.title() + " ends once, not at " + ends);
        }
        if ((standing == Standing.POSSIBLE) != words.isBlank()) {
            throw new IllegalArgumentException(
                    subject.title() + " is " + standing.text() + ", which \"" + words + "\" does not fit");
        }
        if (witness.isBlank()) {
            throw new IllegalArgumentException(
                    "nobody is named who says that " + subject.title() + " is " + standing.text());
        }
    }

    /** Nothing is in the way, and it costs nothing. */
    public static WayBack possible(Subject subject, String witness) {
        return new WayBack(subject, Standing.POSSIBLE, List.of(), "", witness);
    }

    /** It is possible, and people will notice. */
    public static WayBack atACost(Subject subject, String cost, String witness) {
        return new WayBack(subject, Standing.AT_A_COST, List.of(), cost, witness);
    }

    /** As things are there is no way back. */
    public static WayBack noLonger(Subject subject, String why, String witness) {
        return new WayBack(subject, Standing.NO_LONGER, List.of(), why, witness);
    }

    /** Somebody looked and could not tell. */
    public static WayBack notKnown(Subject subject, String why, String witness) {
        return new WayBack(subject, Standing.NOT_KNOWN, List.of(), why, witness);
    }

    /** The same until then; what was possible is not afterwards. */
    public WayBack until(Instant end) {
        return new WayBack(subject, standing, List.of(end), words, witness);
    }

    /** Until when it holds; empty when nothing ends it. */
    public Optional<Instant> end() {
        return ends.stream().findFirst();
    }
}
