package cutover.report;

import cutover.runbook.EarlierSteps;
import cutover.runbook.Entry;
import cutover.runbook.JournalRead;
import cutover.runbook.ReturnWindow;
import cutover.runbook.RunCompared;
import cutover.runbook.RunStarted;
import cutover.runbook.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All that a report is made from.
 *
 * @param journal the run's journal; may be damaged, or without entries
 * @param zone the zone in which times are shown beside UTC
 * @param acceptedWeaknesses what is known to be weak in the target and accepted, one sentence each
 * @param notified what became of telling the team, channel by channel; empty when nobody was to be told, or not yet
 */
public record ReportedRun(
        Verdict verdict, JournalRead journal, ZoneId zone, List<String> acceptedWeaknesses, List<Notified> notified) {

    public ReportedRun {
        acceptedWeaknesses = List.copyOf(acceptedWeaknesses);
        notified = List.copyOf(notified);
    }

    /** Before anybody was told. */
    public ReportedRun(Verdict verdict, JournalRead journal, ZoneId zone, List<String> acceptedWeaknesses) {
        this(verdict, journal, zone, acceptedWeaknesses, List.of());
    }

    /** The same after telling the team. */
    public ReportedRun with(List<Notified> told) {
        return new ReportedRun(verdict, journal, zone, acceptedWeaknesses, told);
    }

    /** The first entry; empty if the journal has lost it. */
    public Optional<RunStarted> started() {
        return journal.entries().stream()
                .filter(RunStarted.class::isInstance)
                .map(RunStarted.class::cast)
                .findFirst();
    }

    /** How it compares with earlier runs; empty when it was compared with none. */
    public Optional<RunCompared> compared() {
        return journal.entries().stream()
                .filter(RunCompared.class::isInstance)
                .map(RunCompared.class::cast)
                .findFirst();
    }

    /** Whether going back was possible when the run ended; empty if the journal does not tell the phase. */
    public Optional<ReturnWindow> window() {
        return lastSeen().flatMap(end -> ReturnWindow.of(journal.entries(), end));
    }

    /** The last runs of the same phase, oldest first; none where none is remembered. */
    public List<EarlierSteps.Of> earlier() {
        return journal.entries().stream()
                .filter(EarlierSteps.class::isInstance)
                .flatMap(entry -> ((EarlierSteps) entry).runs().stream())
                .toList();
    }

    /** The time of the last thing that is known of the run; empty without any entry. */
    public Optional<Instant> lastSeen() {
        List<Entry> entries = journal.entries();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).at());
    }
}
