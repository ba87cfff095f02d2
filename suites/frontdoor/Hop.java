package frontdoor;

import cutover.probe.http.Answered;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.NoAnswer;
import cutover.probe.http.RawAddress;
import java.util.Optional;

/**
 * One request on the way, and what came of it.
 *
 * @param at the address that was asked; empty where the name decided
 */
record Hop(RawAddress asked, Optional<NamedAddress> at, HttpObservation seen) {

    Optional<Answered> answer() {
        return seen.fold(Optional::of, none -> Optional.empty());
    }

    /** Where its Location leads; empty when it has none, or none that browsers follow. */
    Optional<RawAddress> leadsTo() {
        return answer().filter(Answered::isRedirect)
                .flatMap(answer -> answer.header("Location"))
                .flatMap(asked::to);
    }

    /** "GET http://example.org/ at 203.0.113.7 → 302 Location: https://www.example.org/". */
    String line() {
        return "GET " + asked + at.map(told -> " at " + told.number()).orElse("") + " → "
                + seen.fold(Hop::line, Hop::silence);
    }

    private static String silence(NoAnswer none) {
        return "no answer: "
                + none.certificate()
                        .map(shown -> none.kind() + ", certificate shown: " + shown.told())
                        .orElse(none.kind() + " (" + none.detail() + ")");
    }

    private static String line(Answered answer) {
        String location =
                answer.header("Location").map(to -> " Location: " + to).orElse("");
        return answer.status() + location;
    }
}
