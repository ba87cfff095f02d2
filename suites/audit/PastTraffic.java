package audit;

import common.OwnTraffic;
import cutover.probe.log.AccessLine;
import cutover.probe.log.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a log tells of the requests of a time, filled record by record. This suite's own requests are kept apart. */
final class PastTraffic {

    /** An invocation may run so long before its end must stand in the log. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final int MOST_ERRORS = 20_000;

    private final List<String> names;
    private final Consumer<AccessLine> strangers;
    private final List<ErrorSeen> errors = new ArrayList<>();
    private final List<ErrorSeen> answered = new ArrayList<>();
    private final Set<String> ours = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Instant> begun = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Tally tally = new Tally();
    private final Places places = new Places();
    private int writes;
    private int twice;
    private int dumped;
    private int named;

    /** @param names of people who are known to have used the application; none of them belongs into a log */
    PastTraffic(List<String> names) {
        this(names, line -> {});
    }

    /** @param strangers is told each request that is counted */
    PastTraffic(List<String> names, Consumer<AccessLine> strangers) {
        this.names = List.copyOf(names);
        this.strangers = strangers;
    }

    /** @return whether there is room for more */
    boolean add(LogRecord record) {
        lifecycle(record);
        named += names.stream().anyMatch(record.raw()::contains) ? 1 : 0;
        Optional<AccessLine> line = AccessLine.in(record);
        if (line.isPresent()) {
            answered(record, line.get());
        } else if (Dumps.isOne(record)) {
            dumped++;
        } else {
            ErrorRules.in(record).ifPresent(errors::add);
        }
        return errors.size() + answered.size() < MOST_ERRORS;
    }

    private void lifecycle(LogRecord record) {
        if (record.message().startsWith("START RequestId:")) {
            begun.put(record.requestId(), record.at());
        } else if (record.message().startsWith("REPORT RequestId:")) {
            ended.add(record.requestId());
        }
    }

    private void answered(LogRecord record, AccessLine line) {
        if (OwnTraffic.is(line.userAgent())) {
            ours.add(record.requestId());
            return;
        }
        if (!record.requestId().isEmpty() && !told.add(record.requestId())) {
            twice++;
            return;
        }
        tally.add(line);
        strangers.accept(line);
        writes += !READS.contains(line.method()) && line.state() < 400 ? 1 : 0;
        places.add(line);
        ErrorRules.answered(record, line).ifPresent(answered::add);
    }

    /** Errors of strangers' requests and of no request; an access line says nothing new where the error has a record. */
    List<ErrorSeen> errors() {
        Set<String> known = errors.stream().map(ErrorSeen::requestId).collect(Collectors.toSet());
        Set<List<String>> seen = new HashSet<>();
        return Stream.concat(errors.stream(), answered.stream().filter(error -> !known.contains(error.requestId())))
                .filter(error -> !ours.contains(error.requestId()))
                .filter(error -> error.requestId().isEmpty() || seen.add(List.of(error.signature(), error.requestId())))
                .toList();
    }

    /** Invocations that began, and whose end is not told although it must be. */
    List<String> endless(Instant until) {
        return begun.entrySet().stream()
                .filter(entry -> !ended.contains(entry.getKey()))
                .filter(entry -> entry.getValue().isBefore(until.minus(LONGEST)))
                .map(entry -> entry.getValue() + "  " + entry.getKey())
                .sorted()
                .toList();
    }

    /** Requests of strangers. */
    int requests() {
        return tally.requests();
    }

    /** Those that wrote: other methods than GET, HEAD and OPTIONS, not refused. */
    int writes() {
        return writes;
    }

    /** How they ended, and how long they took. */
    Tally tally() {
        return tally;
    }

    /** Requests of this suite. */
    int own() {
        return ours.size();
    }

    /** Requests whose access line stands there once more. */
    int twice() {
        return twice;
    }

    /** Requests that were written down whole. */
    int dumped() {
        return dumped;
    }

    /** Where requests ended in 4xx and 5xx. */
    Places places() {
        return places;
    }

    /** Records that hold one of the names. */
    int named() {
        return named;
    }
}
