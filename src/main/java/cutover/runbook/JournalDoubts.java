package cutover.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What speaks against relying on a journal at all. */
final class JournalDoubts {

    private static final String RUN_AGAIN = "Run the suite again and judge that run.";

    /** Entries of parallel steps may be written in another order than they happened, and clocks are corrected a little. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final JournalRead journal;
    private final String expectedRun;
    private final List<Reason> doubts = new ArrayList<>();

    JournalDoubts(JournalRead journal, String expectedRun) {
        this.journal = journal;
        this.expectedRun = expectedRun;
    }

    List<Reason> weighed() {
        journal.damage().forEach(damage -> doubt(Weight.EVIDENCE, damage));
        start();
        end();
        clock();
        return doubts;
    }

    private void start() {
        List<RunStarted> starts = all(RunStarted.class);
        if (starts.isEmpty()) {
            doubt(
                    Weight.EVIDENCE,
                    "the journal does not say which run it belongs to; run " + expectedRun + " was to be judged");
        } else if (starts.size() > 1 || !(journal.entries().get(0) instanceof RunStarted)) {
            doubt(Weight.EVIDENCE, "the entries of several runs are mixed in one journal");
        }
        starts.stream()
                .filter(start -> !start.run().equals(expectedRun))
                .forEach(start -> doubt(
                        Weight.EVIDENCE,
                        "the journal is that of run " + start.run() + " of " + start.at() + ", not of run "
                                + expectedRun));
    }

    private void end() {
        List<RunFinished> ends = all(RunFinished.class);
        if (ends.isEmpty()) {
            doubt(
                    Weight.UNFINISHED,
                    "the run was ended before it had finished"
                            + (journal.cut().isEmpty() ? "" : ", while it wrote to its journal"));
        } else if (!(journal.entries().get(journal.entries().size() - 1) instanceof RunFinished)
                || !journal.cut().isEmpty()) {
            doubt(Weight.EVIDENCE, "the journal goes on after the end of its run");
        } else if (!ends.get(0).counts().equals(counted())) {
            doubt(
                    Weight.EVIDENCE,
                    "the journal has lost entries: its run counted "
                            + sum(ends.get(0).counts()) + " finished tests, and " + sum(counted()) + " are there");
        }
    }

    private void clock() {
        Instant latest = Instant.MIN;
        for (Entry entry : journal.entries()) {
            if (entry.at().plus(SKEW).isBefore(latest)) {
                doubt(
                        Weight.EVIDENCE,
                        "the clock was set back during the run: an entry of " + entry.at() + " follows one of " + latest
                                + ", so nothing that depends on time can be relied on");
                return;
            }
            latest = entry.at().isAfter(latest) ? entry.at() : latest;
        }
    }

    private Map<Outcome, Integer> counted() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        all(StepFinished.class).forEach(finished -> counts.merge(finished.outcome(), 1, Integer::sum));
        return counts;
    }

    private static int sum(Map<Outcome, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private <E extends Entry> List<E> all(Class<E> type) {
        return journal.entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void doubt(Weight weight, String sentence) {
        doubts.add(new Reason(weight, "", sentence, RUN_AGAIN));
    }
}
