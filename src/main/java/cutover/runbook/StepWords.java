package cutover.runbook;

import cutover.finding.Finding;
import java.time.Duration;
import java.util.List;

/** What is said of a step that is not met. */
final class StepWords {

    private StepWords() {}

    /** Why the step is not met, and whether somebody answers for that. */
    static String of(StepVerdict step) {
        String sentence = sentence(step);
        return step.waiver()
                .map(waiver -> sentence
                        + (step.waived()
                                ? " (waived by " + waiver.owner() + " until " + waiver.until() + ": " + waiver.reason()
                                        + ")"
                                : " (the waiver of " + waiver.owner() + " has expired: it held until " + waiver.until()
                                        + ")"))
                .orElse(step.waived() ? sentence + " (all that is not met of it is waived)" : sentence);
    }

    private static String sentence(StepVerdict step) {
        String said = step.open().stream().findFirst().map(Finding::sentence).orElseGet(() -> unexplained(step.line()));
        return switch (step.state()) {
            case MET, UNMET -> said;
            case UNKNOWN ->
                "could not tell: " + (isOfItsSignOff(step) ? step.signing().sentence() : said);
            case FLAKY -> "met only on a repeat; before that: " + said;
            case SKIPPED -> "its test was skipped: " + said;
            case NOT_RUN -> notRun(step) + ": " + said;
            case STALE -> "its sign-off is stale, " + step.signing().sentence() + ": " + said;
            case NOT_SIGNED_OFF -> step.signing().sentence() + ": " + said;
            case NOT_VERIFIED_YET -> "no test verifies it yet, so a person has to: " + said;
        };
    }

    private static boolean isOfItsSignOff(StepVerdict step) {
        return step.open().isEmpty() && step.signing().state() == State.UNKNOWN;
    }

    private static String notRun(StepVerdict step) {
        List<String> waitsFor = step.waitsFor();
        return waitsFor.isEmpty()
                ? "its test did not run"
                : "not run, it comes after " + String.join(" and ", waitsFor) + ", which "
                        + (waitsFor.size() == 1 ? "is" : "are") + " not met";
    }

    private static String unexplained(StepLine step) {
        return step.madeOf().isEmpty()
                ? step.line()
                : step.line() + " (made of " + String.join(", ", step.madeOf()) + ")";
    }

    static String told(Duration time) {
        return time.toMinutes() > 0
                ? time.toMinutes() + " min" + (time.toSecondsPart() == 0 ? "" : " " + time.toSecondsPart() + " s")
                : time.toSeconds() + " s";
    }
}
