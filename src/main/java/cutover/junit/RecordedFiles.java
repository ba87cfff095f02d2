package cutover.junit;

import cutover.config.Reading;
import cutover.runbook.Recorded;
import cutover.runbook.Runbook;
import cutover.runbook.SignOff;
import cutover.runbook.Signers;
import cutover.runbook.StepLine;
import cutover.runbook.Waivers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files in which people record their word for one environment: who may sign, the sign-offs, one file each so that two
 * people never edit the same, and the waivers. All of them may be missing.
 */
final class RecordedFiles {

    private final Path home;
    private final String environment;

    /** @param home folder that holds {@code config} */
    RecordedFiles(Path home, String environment) {
        this.home = home;
        this.environment = environment;
    }

    Path signers() {
        return home.resolve("config/signers.yaml");
    }

    Path waivers() {
        return home.resolve("config/waivers").resolve(environment + ".yaml");
    }

    /** Holds one file for each sign-off. */
    Path signOffs() {
        return home.resolve("config/signoffs").resolve(environment);
    }

    /** All files that are there. */
    List<Path> files() {
        List<Path> files = new ArrayList<>(signOffFiles());
        Stream.of(signers(), waivers()).filter(Files::exists).forEach(files::add);
        return files;
    }

    /** Reads all; what is wrong in them is told when the reading is finished, and left out here. */
    Recorded read(Reading reading, Runbook runbook) {
        return new Recorded(signOffs(reading, runbook), waivers(reading, runbook), signers(reading));
    }

    private Signers signers(Reading reading) {
        return Files.exists(signers())
                ? reading.read(signers(), Signers.class).orElse(Signers.EVERYBODY)
                : Signers.EVERYBODY;
    }

    private Waivers waivers(Reading reading, Runbook runbook) {
        if (!Files.exists(waivers())) {
            return Waivers.NONE;
        }
        Waivers read = reading.read(waivers(), Waivers.class).orElse(Waivers.NONE);
        for (int i = 0; i < read.waivers().size(); i++) {
            String step = read.waivers().get(i).step();
            if (runbook.step(step).isEmpty()) {
                reading.refuse(
                        waivers(),
                        "waivers[" + i + "].step",
                        "there is no step " + step + " in config/runbook.yaml",
                        "correct the id, or take the waiver out");
            }
        }
        return read;
    }

    private List<SignOff> signOffs(Reading reading, Runbook runbook) {
        List<SignOff> all = new ArrayList<>();
        for (Path file : signOffFiles()) {
            reading.read(file, SignOff.class).ifPresent(signOff -> {
                all.add(signOff);
                if (runbook.step(signOff.step()).filter(StepLine::isSigned).isEmpty()) {
                    reading.refuse(
                            file,
                            "step",
                            "step " + signOff.step() + " is none that a person can sign off",
                            "delete the file; steps that can be signed have how: sign-off or both");
                }
            });
        }
        return all;
    }

    private List<Path> signOffFiles() {
        if (!Files.isDirectory(signOffs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(signOffs())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
