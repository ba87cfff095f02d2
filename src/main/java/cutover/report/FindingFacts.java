package cutover.report;

import cutover.finding.Finding;
import cutover.finding.Met;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Findings as texts of a page. */
final class FindingFacts {

    private final Function<String, Optional<String>> anchors;

    /** @param anchors where on the page a place to look at is shown; empty for one that is not on it */
    FindingFacts(Function<String, Optional<String>> anchors) {
        this.anchors = anchors;
    }

    Page.Facts of(Finding finding) {
        return finding.fold(FindingFacts::met, this::unmet, this::unknown);
    }

    private static Page.Facts met(Met met) {
        return new Page.Facts(Sign.MET.style(), Printable.of(met.sentence()), "", "", "", List.of(), "");
    }

    private Page.Facts unmet(Unmet unmet) {
        return new Page.Facts(
                Sign.UNMET.style(),
                Printable.of(unmet.sentence()),
                Printable.of(unmet.expected()),
                "but was",
                Printable.of(unmet.butWas()),
                unmet.lookAt().stream().map(this::lookAt).toList(),
                Printable.of(unmet.toDo()));
    }

    private Page.Facts unknown(Unknown unknown) {
        return new Page.Facts(
                Sign.UNKNOWN.style(),
                Printable.of(unknown.sentence()),
                Printable.of(unknown.expected()),
                "because",
                Printable.of(unknown.because()),
                unknown.lookAt().stream().map(this::lookAt).toList(),
                Printable.of(unknown.toDo()));
    }

    private Page.Place lookAt(String place) {
        boolean address = place.startsWith("https://") || place.startsWith("http://");
        return new Page.Place(Printable.line(place), anchors.apply(place).orElse(address ? place : ""));
    }
}
