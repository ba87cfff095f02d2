package cutover.runbook;

import cutover.runbook.WayBack.Standing;
import cutover.runbook.WayBack.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether going back is still possible, until when and at what cost: a pure function of what the steps of a run saw.
 *
 * @param phase in which they looked
 * @param lines one for each subject, in the order of the subjects
 */
public record ReturnWindow(Phase phase, List<Line> lines) {

    public ReturnWindow {
        lines = List.copyOf(lines);
    }

    /**
     * All that the steps said about one subject.
     *
     * @param standing the worst that any said; not known when nobody said anything
     * @param until the earliest end that any named
     * @param words without repetitions; for a subject about which nobody spoke, that
     * @param witnesses who said so to which step, "L17: https://old.example.org"
     */
    public record Line(
            Subject subject, Standing standing, Optional<Instant> until, List<String> words, List<String> witnesses) {

        public Line {
            words = List.copyOf(words);
            witnesses = List.copyOf(witnesses);
        }
    }

    /**
     * Puts together what a run saw.
     *
     * @param now what ended before it is no longer possible
     * @return empty when the journal does not tell the phase
     */
    public static Optional<ReturnWindow> of(List<Entry> entries, Instant now) {
        List<WayBackSeen> seen = entries.stream()
                .filter(WayBackSeen.class::isInstance)
                .map(WayBackSeen.class::cast)
                // steps at work at once speak in any order
                .sorted(Comparator.comparing(WayBackSeen::step))
                .toList();
        return entries.stream()
                .filter(RunStarted.class::isInstance)
                .map(entry -> ((RunStarted) entry).phase())
                .findFirst()
                .map(phase -> new ReturnWindow(phase, lines(phase, seen, now)));
    }

    /** What all subjects say together. */
    public Standing standing() {
        return lines.stream().map(Line::standing).reduce(Standing.POSSIBLE, Standing::or);
    }

    /** The earliest end of what is possible now; empty when nothing is known that ends it. */
    public Optional<Instant> until() {
        return lines.stream()
                .filter(line -> line.standing() == Standing.POSSIBLE || line.standing() == Standing.AT_A_COST)
                .flatMap(line -> line.until().stream())
                .min(Comparator.naturalOrder());
    }

    /** The subjects of that standing. */
    public List<Line> of(Standing standing) {
        return lines.stream().filter(line -> line.standing() == standing).toList();
    }

    private static List<Line> lines(Phase phase, List<WayBackSeen> seen, Instant now) {
        return Arrays.stream(Subject.values())
                .filter(subject -> matters(subject, phase)
                        || seen.stream().anyMatch(each -> each.wayBack().subject() == subject))
                .map(subject -> line(
                        subject,
                        seen.stream()
                                .filter(each -> each.wayBack().subject() == subject)
                                .toList(),
                        now))
                .toList();
    }

    /** Before the launch everybody is still there, and writes there; what only a night looks at is missed then only. */
    private static boolean matters(Subject subject, Phase phase) {
        return switch (subject) {
            case OLD_APPLICATION, DATA -> phase != Phase.BEFORE;
            case SECRETS, SCHEMA, SNAPSHOT, WEBHOOKS -> phase == Phase.NIGHTLY;
            case NAMES, CERTIFICATE, REDIRECTS, STRICT_TRANSPORT -> true;
        };
    }

    private static Line line(Subject subject, List<WayBackSeen> seen, Instant now) {
        if (seen.isEmpty()) {
            return new Line(
                    subject,
                    Standing.NOT_KNOWN,
                    Optional.empty(),
                    List.of("no step of this run has looked, or none could tell"),
                    List.of());
        }
        return new Line(
                subject,
                seen.stream().map(each -> standing(each.wayBack(), now)).reduce(Standing.POSSIBLE, Standing::or),
                seen.stream().flatMap(each -> each.wayBack().end().stream()).min(Comparator.naturalOrder()),
                seen.stream()
                        .flatMap(each -> words(each.wayBack(), now))
                        .distinct()
                        .toList(),
                witnesses(seen));
    }

    private static Standing standing(WayBack wayBack, Instant now) {
        return over(wayBack, now) ? Standing.NO_LONGER : wayBack.standing();
    }

    private static boolean over(WayBack wayBack, Instant now) {
        return wayBack.end().filter(end -> !end.isAfter(now)).isPresent();
    }

    private static Stream<String> words(WayBack wayBack, Instant now) {
        Stream<String> ended =
                wayBack.end().filter(end -> over(wayBack, now)).map(end -> "it ended at " + end).stream();
        return Stream.concat(ended, Stream.of(wayBack.words()).filter(words -> !words.isEmpty()));
    }

    private static List<String> witnesses(List<WayBackSeen> seen) {
        return seen.stream()
                .collect(Collectors.groupingBy(
                        WayBackSeen::step,
                        LinkedHashMap::new,
                        Collectors.mapping(each -> each.wayBack().witness(), Collectors.toList())))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + ": "
                        + each.getValue().stream().distinct().collect(Collectors.joining("; ")))
                .toList();
    }
}
