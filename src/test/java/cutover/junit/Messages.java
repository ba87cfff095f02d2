package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.Entry;
import cutover.runbook.StepFinished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The whole texts of failures, pinned: one file per fault, with what differs from run to run replaced. */
final class Messages {

    private static final Path GOLDEN = Path.of("src/test/resources/cutover/junit/messages");
    private static final Path SEEN = Path.of("target/messages");

    private static final Pattern FIRST_LINE = Pattern.compile("([A-Z]\\d+): (.*)");

    private Messages() {}

    /** What each step of a run says first, as one text. */
    static String of(List<Entry> entries, String run) {
        Map<String, String> byStep = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry instanceof StepFinished finished) {
                finished.findings().stream()
                        .filter(finding -> !finding.isMet())
                        .findFirst()
                        .ifPresent(finding -> byStep.putIfAbsent(finished.step(), text(finding, run)));
            }
        }
        return byStep.entrySet().stream()
                .map(step -> step.getKey() + ": " + step.getValue() + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** Step → first line, as pinned under that name; empty where nothing is. */
    static Map<String, String> firstLines(String name) {
        Path golden = GOLDEN.resolve(name + ".txt");
        Map<String, String> lines = new TreeMap<>();
        try {
            for (String line : Files.exists(golden) ? Files.readAllLines(golden) : List.<String>of()) {
                Matcher matcher = FIRST_LINE.matcher(line);
                if (matcher.matches()) {
                    lines.put(matcher.group(1), matcher.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Leaves what was seen where it can be copied from. */
    static void leave(String name, String text) throws IOException {
        Files.createDirectories(SEEN);
        Files.writeString(SEEN.resolve(name + ".txt"), text);
    }

    /** Compares with the file of that name. */
    static void assertPinned(String name, String text) throws IOException {
        Path golden = GOLDEN.resolve(name + ".txt");
        Path seen = SEEN.resolve(name + ".txt");
        assertThat(golden).as("if it is right, copy %s to %s", seen, golden).exists();
        assertThat(text).as("if it is right, copy %s to %s", seen, golden).isEqualTo(Files.readString(golden));
    }

    private static String text(Finding finding, String run) {
        return FailureText.of(finding)
                .replace(run, "«run»")
                .replaceAll("«run»-([LR]\\d+)-([a-z-]+)-[a-z0-9]{6}\\b", "«run»-$1-$2-«token»")
                .replaceAll("applicant\\+[a-z0-9]{6}@", "applicant+«token»@")
                .replaceAll("\\b(AC|CA|RE|NO|PN|AP)[0-9a-f]{32}\\b", "$1«sid»")
                .replaceAll("[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} [\\d:]{8} \\+0000", "«time»")
                .replaceAll("\\b\\d{1,2}:\\d\\d [AP]M P[SD]T\\b", "«hour» Pacific")
                .replaceAll("\\b\\d{1,2}:\\d\\d [AP]M UTC\\b", "«hour» UTC")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "«id»")
                .replaceAll("(\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d \\(UTC\\)", "«clock»")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "«time»")
                .replaceAll("\\b\\d+(\\.\\d+)? (ms|s|min|h)\\b( \\d+ (s|min)\\b)?", "«duration»")
                .replaceAll("\\b\\d+ looks?\\b", "«n» looks")
                .replaceAll("\\b[A-Z][a-z]{2} \\d{1,2}( \\d{1,2}:\\d\\d [AP]M)?(?=[\\s,]|$)", "«date»")
                .replaceAll("\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b", "«date»")
                .replaceAll("127\\.0\\.0\\.1:\\d+|\\[::1\\]:\\d+|\\[0:0:0:0:0:0:0:1\\]:\\d+", "«address»")
                .replaceAll("\\b[0-9a-f]{32}\\.cloudfront", "«id».cloudfront")
                .replaceAll("CACHE/(css|js)/[0-9a-f]{12}", "CACHE/$1/«build»")
                .replaceAll("serial [0-9a-f]{11,}\\b", "serial «serial»")
                .replaceAll("build [0-9a-f]{12}", "build «build»")
                .replaceAll("<[^<>\\s]+@[^<>\\s]+>", "«message»")
                .replaceAll("\\b[0-9,]+ bytes", "«n» bytes")
                .replaceAll("\\b\\d+ of «n» bytes", "«n» of «n» bytes")
                .replaceAll("\\bsent \\d times", "sent «n» times")
                .replaceAll("\\b\\d+ 13 2 [0-9A-F]{64}\\b", "«key»")
                .replaceAll("\\brun\\.\\d{4,}\\b", "run.«n»")
                .replaceAll("/tmp/\\S+", "«file»");
    }
}
