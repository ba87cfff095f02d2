package common;

import cutover.environment.LogPlace;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Patience;
import cutover.patience.Wait;
import cutover.probe.log.LogObservation;
import cutover.probe.log.LogRecord;
import cutover.probe.log.LogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log of one site from one moment on. */
public final class LogTrail {

    /** Clocks of sites and ours may differ by so much. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    /** As Heroku names its processes, such as app[worker.1]. */
    private static final Pattern PROCESS = Pattern.compile("\\w+\\[([\\w.-]+)]");

    private static final String BEGINS = "START RequestId:";

    private final Workbench bench;
    private final Site site;
    private final LogSource source;
    private final Findings findings;
    private final Instant start;

    public LogTrail(Workbench bench, Site site, Instant start) {
        this.bench = bench;
        this.site = site;
        this.source = bench.log(site);
        this.findings = bench.findings();
        this.start = start;
    }

    /**
     * Waits until the records that hold the term satisfy the wish, then goes on looking for the time in which a second
     * copy would show. Empty, with a finding added, when the log could not be read at all.
     */
    public Optional<List<LogRecord>> awaited(String term, Predicate<List<LogRecord>> wish) {
        Patience patience = Patience.atMost(bench.environment().deadlines().log());
        Wait<LogObservation> wait = patience.waitFor(
                "the log of " + site.host(),
                () -> search(term),
                seen -> seen.fold(found -> wish.test(found.records()), refused -> true, unreachable -> false));
        LogObservation last = wait.last().orElseThrow();
        if (wait.ended() && last.fold(found -> true, refused -> false, unreachable -> false)) {
            Patience.atMost(bench.environment().deadlines().settle())
                    .waitFor("a second copy", () -> "", never -> false);
            last = search(term);
        }
        return readable(last);
    }

    /** What is there now. Empty, with a finding added, when the log can't be read. */
    public Optional<List<LogRecord>> now(String term) {
        return readable(search(term));
    }

    /** What is there now; nothing when the log can't be read. For hints only. */
    public List<LogRecord> peek(String term) {
        return search(term).fold(found -> found.records(), refused -> List.of(), unreachable -> List.of());
    }

    /**
     * The invocation that wrote a record: the record's own id, or for a bare line the last invocation that had begun in
     * its stream, because a stream is written by one container, one invocation after the other. Where each process has a
     * stream of its own, that process.
     */
    public Optional<String> invocationOf(LogRecord line) {
        Matcher process = PROCESS.matcher(line.stream());
        if (process.matches()) {
            return Optional.of(process.group(1));
        }
        if (!line.requestId().isEmpty()) {
            return Optional.of(line.requestId());
        }
        return now(BEGINS)
                .flatMap(begun -> begun.stream()
                        .filter(one ->
                                one.stream().equals(line.stream()) && !one.at().isAfter(line.at()))
                        .map(LogRecord::requestId)
                        .filter(id -> !id.isEmpty())
                        .reduce((earlier, later) -> later));
    }

    /** Where a person looks. */
    public String place() {
        return site.logs() instanceof LogPlace.Cloudwatch cloudwatch
                ? "CloudWatch log group " + cloudwatch.group() + " in " + cloudwatch.region()
                : "log file " + ((LogPlace.File) site.logs()).path();
    }

    private Optional<List<LogRecord>> readable(LogObservation seen) {
        return seen.fold(
                found -> found.cut() ? unreadable("it holds more records than are read") : Optional.of(found.records()),
                refused -> unreadable("our credential is refused: " + refused.detail()),
                unreachable -> unreadable("it can't be reached: " + unreachable.detail()));
    }

    private LogObservation search(String term) {
        return source.search(term, start.minus(SKEW), bench.clock().instant().plus(SKEW));
    }

    private Optional<List<LogRecord>> unreadable(String why) {
        findings.add(Finding.unknown("the log of " + site.host() + " could not be read")
                .expected("the records of this run")
                .because(why)
                .lookAt(place())
                .lookAt("config/environments, sites, logs")
                .toDo("mend our access to the log; meanwhile search it by hand for " + bench.run()));
        return Optional.empty();
    }
}
