package cutover.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code dig}, several at once by {@code xargs}, each with its part of the questions in a file. */
final class Dig {

    private Dig() {}

    static boolean installed() {
        return Stream.of("dig", "xargs")
                .allMatch(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /**
     * Asks each server for each type as often as wanted.
     *
     * @return how many answers came
     */
    static long ask(Path folder, List<InetSocketAddress> servers, String name, int times, int atOnce)
            throws IOException, InterruptedException {
        Path answers = folder.resolve("answers");
        Process process = new ProcessBuilder("xargs", "-P", String.valueOf(atOnce), "-n", "1", "dig", "-f")
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var files = process.outputWriter()) {
            for (Path each : parts(folder, lines(servers, name, times), atOnce)) {
                files.write(each + "\n");
            }
        }
        process.waitFor();
        try (Stream<String> lines = Files.lines(answers, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith(";")).count();
        }
    }

    private static List<String> lines(List<InetSocketAddress> servers, String name, int times) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (InetSocketAddress server : servers) {
                for (String type : CannedAnswers.RECORDS.keySet()) {
                    lines.add("@%s -p %d %s %s +short +tries=1 +time=5"
                            .formatted(server.getAddress().getHostAddress(), server.getPort(), name, type));
                }
            }
        }
        return lines;
    }

    private static List<Path> parts(Path folder, List<String> lines, int count) throws IOException {
        List<Path> parts = new ArrayList<>();
        int size = (lines.size() + count - 1) / count;
        for (int from = 0; from < lines.size(); from += size) {
            Path part = folder.resolve("part-" + from);
            Files.write(part, lines.subList(from, Math.min(lines.size(), from + size)));
            parts.add(part);
        }
        return parts;
    }
}
