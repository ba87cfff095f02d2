package frontdoor;

import common.Answers;
import cutover.environment.front.Redirects;
import cutover.probe.http.Answered;
import cutover.probe.http.NoAnswer;
import cutover.probe.http.RawAddress;
import frontdoor.Trouble.Kind;
import java.util.Optional;

/** Follows one chain of redirects hop by hop, and judges each. */
final class Walk {

    /** Long enough for any loop to show itself. */
    private static final int MOST = 10;

    private final Redirects map;
    private final HopRules rules;
    private final Standing standing;
    private final Optional<Landing> landing;
    private final Asking asking;

    /** @param landing empty while nobody can be at the target yet */
    Walk(Redirects map, HopRules rules, Standing standing, Optional<Landing> landing, Asking asking) {
        this.map = map;
        this.rules = rules;
        this.standing = standing;
        this.landing = landing;
        this.asking = asking;
    }

    /** From a first hop that has been asked to the end. */
    Trail from(Row row, Hop first) {
        Trail trail = new Trail();
        Optional<Hop> hop = Optional.of(first);
        while (hop.isPresent()) {
            trail.add(hop.get());
            Optional<RawAddress> next = judged(trail, row, hop.get());
            hop = next.filter(to -> trail.length() < MOST).map(asking::publicly);
        }
        return trail;
    }

    /** Where it goes on, if it does. */
    private Optional<RawAddress> judged(Trail trail, Row row, Hop hop) {
        return hop.seen().fold(answer -> answered(trail, row, hop, answer), none -> silent(trail, row, none));
    }

    private Optional<RawAddress> silent(Trail trail, Row row, NoAnswer none) {
        String words = Answers.words(none.kind());
        switch (none.kind()) {
            case UNREACHABLE ->
                trail.trouble(
                        Kind.UNREACHABLE,
                        trail.place() + "could not be reached from here",
                        "a way from this machine to it");
            case TLS_NAME_MISMATCH, TLS_UNTRUSTED ->
                trail.trouble(
                        Kind.CERTIFICATE,
                        trail.place() + "makes browsers warn: " + words,
                        "a redirect to " + row.end());
            default ->
                trail.trouble(
                        Kind.NO_ANSWER, trail.place() + "does not answer: " + words, "a redirect to " + row.end());
        }
        return Optional.empty();
    }

    private Optional<RawAddress> answered(Trail trail, Row row, Hop hop, Answered answer) {
        boolean arrived = hop.asked().equals(row.end());
        Optional<RawAddress> to = hop.leadsTo();
        if (to.isEmpty()) {
            stopped(trail, row, answer, arrived);
            return Optional.empty();
        }
        if (trail.visited(to.get())) {
            trail.trouble(
                    Kind.LOOP,
                    " turns in circles: "
                            + (trail.length() == 1 ? "it leads to itself" : trail.hop() + " leads back to " + to.get()),
                    "an end at " + row.end());
            return Optional.empty();
        }
        return arrived ? onwards(trail, row, to.get()) : onTheWay(trail, row, hop, answer, to.get());
    }

    private void stopped(Trail trail, Row row, Answered answer, boolean arrived) {
        if (arrived && !answer.isRedirect()) {
            landing.ifPresent(end -> end.judged(trail, row, answer));
        } else {
            standing.judged(trail, row, answer);
        }
    }

    /** The application may send its visitors on within itself, to a sign-in page for instance. */
    private Optional<RawAddress> onwards(Trail trail, Row row, RawAddress to) {
        if (to.origin().equals(row.end().origin())) {
            return Optional.empty();
        }
        trail.trouble(
                Kind.SENT_AWAY,
                " ends at " + row.end().origin() + ", which sends visitors on to " + to.origin(),
                "an end at " + row.end());
        return Optional.of(to);
    }

    private Optional<RawAddress> onTheWay(Trail trail, Row row, Hop hop, Answered answer, RawAddress to) {
        rules.leaves(trail, row.rule(), answer);
        rules.leads(trail, row, hop.asked(), to);
        if (trail.length() == map.hops() + 1) {
            trail.trouble(
                    Kind.TOO_LONG,
                    " takes more than " + map.hops() + " redirects",
                    "the target after at most " + map.hops() + " redirects");
        }
        return landing.isEmpty() && to.equals(row.end()) ? Optional.empty() : Optional.of(to);
    }
}
