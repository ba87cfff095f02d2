package cutover.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code curl --parallel}, its addresses in a file. */
final class Curl {

    private Curl() {}

    static boolean installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }

    /**
     * Asks for each.
     *
     * @param kept true when a connection may serve several, as curl has it if nothing is said
     * @param targets path and query
     * @param origin to which each must lead
     * @return how many led there with path and query as they were
     */
    static long ask(String host, int port, List<String> targets, String origin, int atOnce, boolean kept)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("curl");
        Path answers = folder.resolve("answers");
        Path list = folder.resolve("addresses");
        Files.write(
                list,
                targets.stream()
                        .map(target -> "url = \"http://" + host + ":" + port + target + "\"\noutput = /dev/null")
                        .toList());
        Process process = new ProcessBuilder(
                        "curl",
                        "--silent",
                        "--no-progress-meter",
                        "--parallel",
                        "--parallel-immediate",
                        "--parallel-max",
                        String.valueOf(atOnce),
                        "--header",
                        "Connection: " + (kept ? "keep-alive" : "close"),
                        "--resolve",
                        host + ":" + port + ":127.0.0.1",
                        "--write-out",
                        "%{redirect_url}\n",
                        "--config",
                        list.toString())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.waitFor();
        Set<String> wanted = Set.copyOf(targets);
        try (Stream<String> lines = Files.lines(answers)) {
            return lines.filter(line -> line.startsWith(origin) && wanted.contains(line.substring(origin.length())))
                    .count();
        } finally {
            Files.delete(answers);
            Files.delete(list);
            Files.delete(folder);
        }
    }
}
