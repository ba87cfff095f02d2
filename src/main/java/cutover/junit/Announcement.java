package cutover.junit;

import cutover.config.Masker;
import cutover.config.Reading;
import cutover.config.Sources;
import cutover.environment.Environment;
import cutover.notice.Delivery;
import cutover.notice.Link;
import cutover.notice.Notice;
import cutover.report.Notified;
import cutover.runbook.Phase;
import cutover.runbook.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the team the verdict, once it stands. Nothing that happens here changes it. A rehearsal's verdict goes nowhere: its
 * receivers were the twin's, and that has ended with the run.
 */
final class Announcement {

    private final RunSettings settings;
    private final Map<String, String> variables;
    private final Optional<String> reportUrl;
    private final Clock clock;

    /**
     * @param variables the process's environment variables: secrets by name, and what a pipeline says of itself
     * @param reportUrl where the caller says that the report will be found
     */
    Announcement(RunSettings settings, Map<String, String> variables, Optional<String> reportUrl, Clock clock) {
        this.settings = settings;
        this.variables = variables;
        this.reportUrl = reportUrl;
        this.clock = clock;
    }

    /** @param report for people; named where there is no address to name */
    List<Notified> of(Verdict verdict, Optional<Phase> phase, Path report) {
        if (RunningTwin.isWanted(settings)) {
            return List.of();
        }
        Masker masker = new Masker();
        try {
            Reading reading = new Reading(Sources.fromEnvironment(variables));
            Optional<Environment> environment = reading.read(settings.environmentFile(), Environment.class);
            if (environment.isEmpty()) {
                return List.of(notTold("its file can't be read, so that its channels are not known"));
            }
            reading.secrets().forEach(masker::learn);
            Notices.learn(environment.get(), masker);
            return told(environment.get(), verdict, phase, report, masker);
        } catch (RuntimeException e) {
            return List.of(notTold(masker.mask(String.valueOf(e))));
        }
    }

    private List<Notified> told(
            Environment environment, Verdict verdict, Optional<Phase> phase, Path report, Masker masker) {
        List<Link> links = new Links(variables, reportUrl).of(report);
        Notice notice = Notice.of(verdict, settings.environment(), phase, links).masked(masker::mask);
        return Notices.board(environment, verdict.run(), clock).tell(notice, verdict.decision()).stream()
                .map(delivery -> notified(delivery.masked(masker::mask)))
                .toList();
    }

    private Notified notTold(String why) {
        return new Notified(
                "the team of " + settings.environment(),
                Notified.Outcome.REFUSED,
                why,
                "mend what is shown above, and tell the team by hand");
    }

    private static Notified notified(Delivery delivery) {
        return delivery.fold(
                accepted -> new Notified(accepted.channel(), Notified.Outcome.ACCEPTED, accepted.remark(), ""),
                refused -> new Notified(refused.channel(), Notified.Outcome.REFUSED, refused.why(), refused.toDo()),
                lost -> new Notified(lost.channel(), Notified.Outcome.LOST, lost.why(), lost.toDo()),
                withheld -> new Notified(withheld.channel(), Notified.Outcome.WITHHELD, withheld.why(), ""));
    }
}
