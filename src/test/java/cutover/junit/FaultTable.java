package cutover.junit;

import cutover.config.Default;
import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.twin.Twin;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The steps of the front door, by phase. */
    static final Map<String, List<String>> FRONT_DOOR = Map.of(
            "before", List.of("B2", "B4", "B5", "B8"),
            "live", List.of("L13", "L17"),
            "day2", List.of("D1", "D2", "D3", "D4", "D6", "D7"),
            "rolledback", List.of("R0", "R1", "R3", "R6", "R7", "R8", "R9"),
            "nightly", List.of("N1", "N5", "N8"));

    /** The steps that ask the accounts and stores behind the application, by phase. */
    static final Map<String, List<String>> DATA = Map.of(
            "before", List.of("M1", "M2", "M3", "M4", "M5", "M6"),
            "uat", List.of("L2", "L3"),
            "live", List.of("L18"),
            "day2", List.of("D5", "D8"),
            "rolledback", List.of("R4", "R5", "R6", "R9", "R12", "R13"),
            "nightly", List.of("N2", "N3", "N4", "N8"));

    /**
     * One fault.
     *
     * @param phase in which it is looked for: uat runs the checklist with the signed webhooks, live the webhooks with the
     *     providers, rolledback the webhooks of the old site; where it concerns the front door or the
     *     accounts only, their steps of the phase
     * @param steps the steps that notice it; every other step stays met
     * @param environment whose file is read
     * @param otherwise what stands in that file → what stands there instead
     */
    record Broken(
            Fault fault,
            @Default("new") Side side,
            @Default("uat") String phase,
            List<String> steps,
            @Default("rehearsal") String environment,
            @Default("{}") Map<String, String> otherwise) {

        private static final String USUAL = "rehearsal";

        /** Whether the site that the application leaves must be looked at too. */
        boolean needsAllSteps() {
            return phase.equals("uat") && (side == Side.OLD || steps.contains("L1"));
        }

        /** Whether nothing but the webhooks is touched; a test of its own switches all these on before the checklist. */
        boolean ofTheWebhooks() {
            return !steps.isEmpty() && List.of("L14", "L15", "L16", "R2").containsAll(steps);
        }

        /** Whether nothing but the front door is touched. */
        boolean ofTheFrontDoor() {
            return FRONT_DOOR.getOrDefault(phase, List.of()).containsAll(steps);
        }

        /** Whether nothing but the way to the team is touched. */
        boolean ofTheTeam() {
            return steps.equals(List.of("L19"));
        }

        /** Whether it concerns the old application's debug task only, after a rollback. */
        boolean ofTheOldTask() {
            return phase.equals("rolledback") && steps.equals(List.of("L7"));
        }

        /** Whether nothing but the accounts is asked. */
        boolean ofTheAccounts() {
            return !steps.isEmpty() && DATA.getOrDefault(phase, List.of()).containsAll(steps);
        }

        /** Whether its steps have a phase of their own to tell it by. */
        private boolean byPhase() {
            return ofTheFrontDoor() || ofTheAccounts() || phase.equals("nightly");
        }

        /** The steps that run; empty for all of the phase. */
        String run() {
            if (ofTheTeam()) {
                return "L19";
            }
            if (ofTheOldTask()) {
                return "L7";
            }
            if (ofTheAccounts()) {
                return String.join(",", DATA.get(phase));
            }
            if (ofTheFrontDoor()) {
                return String.join(",", FRONT_DOOR.get(phase));
            }
            return switch (phase) {
                case "live" -> "L14,L15,L16";
                case "rolledback" -> "R2";
                case "nightly" -> "N6";
                default -> needsAllSteps() ? "" : ofTheWebhooks() ? "L15,L16" : "L5,L6,L7,L8,L9,L10,L11,L15,L16";
            };
        }

        /** What must be there before the fault is switched on. */
        void prepare(Twin twin) {
            if (fault == Fault.ONLY_OLD_MAIL) {
                twin.leaveErrorMailOfAnEarlierRun();
            }
        }

        /** What the run is told, with its own copy of the files where they are otherwise. */
        Map<String, String> parameters(Path copy) throws IOException {
            Map<String, String> told = new HashMap<>(
                    Map.of("cutover.phase", phase, "cutover.steps", run(), "cutover.environment", environment));
            if (!otherwise.isEmpty()) {
                told.put("cutover.home", Copies.ofConfig(copy).toString());
                Path file = copy.resolve("config/environments/" + environment + ".yaml");
                String text = Files.readString(file);
                for (Map.Entry<String, String> change : otherwise.entrySet()) {
                    if (!text.contains(change.getKey())) {
                        throw new IllegalStateException(file + " does not hold " + change.getKey());
                    }
                    text = text.replace(change.getKey(), change.getValue());
                }
                Files.writeString(file, text);
            }
            return told;
        }

        String fileName() {
            return (environment.equals(USUAL) ? "" : environment + "-")
                    + (side == Side.OLD ? "old-" : "")
                    + (ofTheOldTask()
                            ? "checklist-back-"
                            : phase.equals("rolledback") ? "back-" : byPhase() ? phase + "-" : "")
                    + fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String name() {
            return fault
                    + (side == Side.OLD ? " on the old site" : "")
                    + (ofTheOldTask() ? " in the checklist" : "")
                    + (phase.equals("rolledback") ? " after a rollback" : byPhase() ? " in phase " + phase : "")
                    + (environment.equals(USUAL) ? "" : " in " + environment);
        }
    }

    /** A failure mode without a fault. */
    record NotReproduced(String row, String reason) {}

    static FaultTable read() {
        return StrictYaml.read(FILE, FaultTable.class, Sources.of(Map.of(), Map.of()));
    }

    /** The table as a document. */
    String document() {
        TreeSet<String> steps = new TreeSet<>(java.util.Comparator.comparing((String step) -> step.charAt(0))
                .thenComparingInt(step -> Integer.parseInt(step.substring(1))));
        faults.forEach(broken -> steps.addAll(broken.steps()));
        StringBuilder text = new StringBuilder("""
                # Faults and the steps that notice them

                Each fault is switched on in the twin, the steps of its phase run, and exactly the steps with a mark must turn
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
            text.append(steps.stream()
                    .map(step -> mark(Messages.firstLines(broken.fileName()).get(step)))
                    .collect(Collectors.joining(" | ")));
            text.append(" |\n");
        }
        text.append("\n## What each step says\n");
        for (Broken broken : faults) {
            text.append("\n**").append(broken.name()).append("**\n\n");
            Messages.firstLines(broken.fileName())
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
