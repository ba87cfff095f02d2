package cutover.junit;

import cutover.config.Default;
import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which fault turns which steps unmet or unknown.
 *
 * @param faults each fault, at least once
 * @param notReproduced failure modes that the twin does not show, and why
 */
record FaultTable(List<Broken> faults, List<NotReproduced> notReproduced) {

    static final Path FILE = Path.of("src/test/resources/cutover/junit/faults.yaml");
    static final Path DOCUMENT = Path.of("src/docs/faults.md");

    /**
     * One fault.
     *
     * @param steps step → first line of what it says; every other step stays met
     */
    record Broken(Fault fault, @Default("new") Side side, Map<String, String> steps) {

        /** Whether the site that the application leaves must be looked at too. */
        boolean needsAllSteps() {
            return side == Side.OLD || steps.containsKey("L1");
        }

        String fileName() {
            return (side == Side.OLD ? "old-" : "")
                    + fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** What was seen, with each line that fits replaced by the expected one; an ellipsis stands for anything. */
        Map<String, String> withMatched(Map<String, String> seen) {
            Map<String, String> matched = new TreeMap<>(seen);
            steps.forEach((step, expected) ->
                    matched.computeIfPresent(step, (key, line) -> fits(expected, line) ? expected : line));
            return matched;
        }

        private static boolean fits(String expected, String line) {
            String pattern = java.util.Arrays.stream(expected.split("…", -1))
                    .map(java.util.regex.Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return line.matches(pattern);
        }

        String name() {
            return fault + (side == Side.OLD ? " on the old site" : "");
        }
    }

    /** A failure mode without a fault. */
    record NotReproduced(String row, String reason) {}

    static FaultTable read() {
        return StrictYaml.read(FILE, FaultTable.class, Sources.of(Map.of(), Map.of()));
    }

    /** The table as a document. */
    String document() {
        TreeSet<String> steps =
                new TreeSet<>(java.util.Comparator.comparingInt(step -> Integer.parseInt(step.replaceAll("\\D", ""))));
        faults.forEach(broken -> steps.addAll(broken.steps().keySet()));
        StringBuilder text = new StringBuilder("""
                # Faults and the steps that notice them

                Each fault is switched on in the twin, the whole checklist runs, and exactly the steps with a mark must turn
                unmet (●) or unknown (○). A test runs this table; it is generated from the test's own data.

                """);
        text.append("| fault | failure modes | what is broken | ")
                .append(String.join(" | ", steps))
                .append(" |\n");
        text.append("|---|---|---|").append(":-:|".repeat(steps.size())).append("\n");
        for (Broken broken : faults) {
            text.append("| ").append(broken.name()).append(" | ");
            text.append(String.join(", ", broken.fault().rows())).append(" | ");
            text.append(broken.fault().sentence()).append(" | ");
            text.append(
                    steps.stream().map(step -> mark(broken.steps().get(step))).collect(Collectors.joining(" | ")));
            text.append(" |\n");
        }
        text.append("\n## What each step says\n");
        for (Broken broken : faults) {
            text.append("\n**").append(broken.name()).append("**\n\n");
            new TreeMap<>(broken.steps())
                    .forEach((step, line) -> text.append("- ")
                            .append(step)
                            .append(": ")
                            .append(line)
                            .append("\n"));
        }
        text.append("\n## Failure modes without a fault\n\n| row | why |\n|---|---|\n");
        notReproduced.forEach(row -> text.append("| ")
                .append(row.row())
                .append(" | ")
                .append(row.reason())
                .append(" |\n"));
        return text.toString();
    }

    private static String mark(String line) {
        if (line == null) {
            return "";
        }
        return line.startsWith("could not tell") ? "○" : "●";
    }
}
