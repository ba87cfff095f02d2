package cutover.report;

import cutover.runbook.SignOff;
import cutover.runbook.StepVerdict;
import cutover.runbook.Waiver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people said of a step: who signed it off and what was seen, who answers for going on without it. */
record PeopleSaid(StepVerdict step) {

    List<String> lines() {
        return Stream.of(
                        step.signing().signOff().map(signOff -> step.signing().sentence()),
                        step.signing().signOff().map(SignOff::link).filter(link -> !link.isEmpty()),
                        step.waiver().map(this::waived))
                .flatMap(Optional::stream)
                .map(Printable::line)
                .toList();
    }

    private String waived(Waiver waiver) {
        String head = step.waived()
                ? "waived by " + waiver.owner() + " until " + waiver.until()
                : "a waiver of " + waiver.owner() + " until " + waiver.until() + ", which does not hold here";
        return head + ": " + waiver.reason();
    }
}
