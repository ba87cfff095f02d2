package cutover.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.GrowingFile;
import cutover.runbook.LineJson;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What was found where drills only look at their beginning, beside the drills' own files and never among them: a look is no
 * drill that led back.
 *
 * @param wanted how many drills were to be looked at
 */
record DrillsObserved(Path folder, int wanted) {

    private static final String NAME = "observed.jsonl";

    /** @param mask applied to every text */
    void keep(List<Finding> findings, UnaryOperator<String> mask) {
        JsonMapper mapper = LineJson.masking(mask).build();
        try {
            new GrowingFile(folder.resolve(NAME))
                    .append(mapper.writerFor(mapper.getTypeFactory().constructCollectionType(List.class, Finding.class))
                            .writeValueAsString(findings));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what was observed cannot be written down", e);
        }
    }

    /** One list for each drill that was looked at. */
    List<List<Finding>> findings() {
        return new GrowingFile(folder.resolve(NAME))
                .text()
                .lines()
                .map(DrillsObserved::read)
                .toList();
    }

    /** Whether each beginning was looked at, and holds. */
    boolean holds() {
        return findings().size() == wanted
                && findings().stream().flatMap(List::stream).allMatch(Finding::isMet);
    }

    /** Never met: nothing was rehearsed. */
    Finding finding() {
        List<Finding> open = findings().stream()
                .flatMap(List::stream)
                .filter(finding -> !finding.isMet())
                .toList();
        return Finding.unmet("PARTIAL: of " + wanted + (wanted == 1 ? " drill" : " drills")
                        + " only the beginning was looked at; nothing broke, nobody went back, nothing was rehearsed")
                .expected("each drill run to its end, without -Ddry")
                .butWas(
                        holds()
                                ? "what each begins with holds"
                                : open.isEmpty()
                                        ? findings().size() + " of them looked at, the run was ended in its middle"
                                        : FailureText.of(open))
                .lookAt(folder.toString())
                .toDo(
                        holds()
                                ? "leave -Ddry out"
                                : "mend that first: a drill in a broken world proves nothing; then leave -Ddry out");
    }

    private static List<Finding> read(String line) {
        try {
            JsonMapper mapper = LineJson.masking(UnaryOperator.identity()).build();
            return mapper.readValue(line, mapper.getTypeFactory().constructCollectionType(List.class, Finding.class));
        } catch (JsonProcessingException e) {
            return List.of(Finding.unknown("a part of what was observed cannot be read")
                    .expected("whole lines")
                    .because("the run was ended while it was written"));
        }
    }
}
