package cutover.junit;

import cutover.finding.Finding;
import cutover.runbook.Phase;
import cutover.runbook.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The phases of a dress rehearsal, each judged by itself.
 *
 * @param phases by the key of the phase, in the order of the timeline
 */
public record Rehearsed(Map<String, Gate.Judged> phases) {

    private static final List<String> FILES = List.of("report.html", "report.json", "decision.json");

    /** Judges each phase; the reports stay beside each other, the one to look at under its usual name. */
    static Rehearsed of(List<Phase> phases, Function<Phase, Gate.Judged> gate, Path folder) {
        Map<String, Gate.Judged> judged = new LinkedHashMap<>();
        phases.forEach(phase -> judged.put(phase.key(), gate.apply(phase)));
        Rehearsed all = new Rehearsed(judged);
        judged.forEach((phase, one) -> keep(one.report(), folder, "-" + phase));
        keep(all.first().report(), folder, "");
        return all;
    }

    /** True when each phase passed. */
    public boolean isGo() {
        return phases.values().stream().allMatch(Gate.Judged::isGo);
    }

    /** Met when each phase passed; otherwise with each that did not, and the first thing to do. */
    public Finding finding() {
        String sentence = "the dress rehearsal: "
                + phases.entrySet().stream()
                        .map(phase -> phase.getKey() + " "
                                + phase.getValue().verdict().decision().text())
                        .collect(Collectors.joining(", "));
        return isGo()
                ? Finding.met(sentence)
                : Finding.unmet(sentence)
                        .expected("REHEARSAL PASSED in each phase")
                        .butWas(phases.entrySet().stream()
                                .filter(phase -> !phase.getValue().isGo())
                                .flatMap(phase -> lines(phase.getKey(), phase.getValue()))
                                .collect(Collectors.joining("\n")))
                        .lookAt(first().report().toString())
                        .toDo(first().verdict().first().map(Reason::toDo).orElse(""));
    }

    /** The first phase that did not pass, else the last one. */
    private Gate.Judged first() {
        List<Gate.Judged> all = List.copyOf(phases.values());
        return all.stream().filter(one -> !one.isGo()).findFirst().orElseGet(() -> all.get(all.size() - 1));
    }

    private static Stream<String> lines(String phase, Gate.Judged judged) {
        return judged.verdict().reasons().stream().map(reason -> phase + ": " + reason.text());
    }

    private static void keep(Path report, Path folder, String phase) {
        try {
            for (String file : FILES) {
                Path kept = folder.resolve(file.replace(".", phase + "."));
                Files.copy(report.resolveSibling(file), kept, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the reports of the phases could not be put beside each other", e);
        }
    }
}
