package cutover.junit;

import cutover.config.Reading;
import cutover.drill.Action;
import cutover.drill.Break;
import cutover.drill.Drill;
import cutover.drill.Lever;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import cutover.runbook.StepLine;
import cutover.twin.Harm;
import cutover.twin.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drills in {@code config/drills}, read with what they name: steps, faults and levers. */
final class DrillFiles {

    private static final String ENDING = ".yaml";

    private final Path folder;
    private final Runbook runbook;
    private final List<Lever> levers;

    /** @param levers that actions may name; none where nothing acts, then all names of levers pass */
    DrillFiles(Path home, Runbook runbook, List<Lever> levers) {
        this.folder = home.resolve("config/drills");
        this.runbook = runbook;
        this.levers = levers;
    }

    /** Names of all files there, in order; empty when there is no such folder. */
    static List<String> names(Path home) {
        Path folder = home.resolve("config/drills");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /**
     * Reads them; all that is wrong in any of them ends in the reading.
     *
     * @param names of files that exist
     */
    Map<String, Drill> read(Reading reading, List<String> names) {
        Map<String, Drill> drills = new TreeMap<>();
        for (String name : names) {
            Path file = folder.resolve(name + ENDING);
            Optional<Drill> drill = reading.read(file, Drill.class);
            drill.ifPresent(read -> {
                named(reading, file, read);
                drills.put(name, read);
            });
        }
        return drills;
    }

    private void named(Reading reading, Path file, Drill drill) {
        steps(reading, file, "watches", drill.watches(), drill.begins());
        steps(reading, file, "notices", drill.notices(), drill.begins());
        steps(reading, file, "cannot-tell", drill.cannotTell(), drill.begins());
        steps(reading, file, "proves", drill.proves(), Phase.ROLLEDBACK);
        needless(reading, file, drill.needless().keySet());
        for (int i = 0; i < drill.breaks().size(); i++) {
            breaks(reading, file, "breaks[" + i + "]", drill.breaks().get(i));
        }
        for (int i = 0; i < drill.actions().size(); i++) {
            Action action = drill.actions().get(i);
            steps(reading, file, "actions[" + i + "].seen-by", action.seenBy(), Phase.ROLLEDBACK);
            lever(reading, file, "actions[" + i + "]", action);
        }
    }

    private void steps(Reading reading, Path file, String key, List<String> steps, Phase phase) {
        for (int i = 0; i < steps.size(); i++) {
            step(reading, file, key + "[" + i + "]", steps.get(i), phase);
        }
    }

    private void needless(Reading reading, Path file, Set<String> steps) {
        steps.forEach(step -> step(reading, file, "needless." + step, step, Phase.ROLLEDBACK));
    }

    private void step(Reading reading, Path file, String key, String step, Phase phase) {
        List<String> known = runbook.of(phase).stream().map(StepLine::id).toList();
        if (!known.contains(step)) {
            reading.refuse(
                    file,
                    key,
                    "phase " + phase.key() + " has no step " + step,
                    "name one of " + String.join(", ", known));
        }
    }

    private static void breaks(Reading reading, Path file, String key, Break what) {
        if (what.harm().isBlank()) {
            known(reading, file, key + ".fault", what.fault(), Fault.values());
        } else {
            known(reading, file, key + ".harm", what.harm(), Harm.values());
        }
    }

    private void lever(Reading reading, Path file, String key, Action action) {
        Optional<Lever> lever = levers.stream()
                .filter(each -> each.name().equals(action.lever()))
                .findFirst();
        if (lever.isEmpty() && !action.lever().isBlank() && !levers.isEmpty()) {
            reading.refuse(
                    file,
                    key + ".lever",
                    "nothing here is called " + action.lever(),
                    "name one of " + levers.stream().map(Lever::name).collect(Collectors.joining(", ")));
        }
        lever.filter(each -> !each.positions().contains(action.to()))
                .ifPresent(each -> reading.refuse(
                        file,
                        key + ".to",
                        each.name() + " cannot stand at " + action.to(),
                        "name one of " + String.join(", ", each.positions())));
    }

    private static void known(Reading reading, Path file, String key, String name, Enum<?>[] all) {
        String wanted = TwinScene.constant(name);
        if (Arrays.stream(all).noneMatch(one -> one.name().equals(wanted))) {
            reading.refuse(file, key, "the twin knows no " + name, "see src/docs/faults.md, and write it with hyphens");
        }
    }
}
