package cutover.build.jenkins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names of secrets and values that the shipped environments, and the files that they name, refer to. */
final class Secrets {

    static final List<String> ENVIRONMENTS = List.of("temp", "prod", "old");

    private static final Path CONFIG = Path.of("config");
    private static final Pattern NAME = Pattern.compile("\\bCUTOVER_[A-Z0-9_]*[A-Z0-9]\\b");
    private static final Pattern FILE = Pattern.compile("(?m)^(redirects|dns|application): *([a-z0-9-]+)");

    private Secrets() {}

    static Set<String> of(String environment) {
        String text = withoutComments(CONFIG.resolve("environments/" + environment + ".yaml"));
        Set<String> names = in(text);
        FILE.matcher(text).results().map(Secrets::file).forEach(file -> names.addAll(in(withoutComments(file))));
        return names;
    }

    static Set<String> ofAllEnvironments() {
        Set<String> all = new TreeSet<>();
        ENVIRONMENTS.forEach(environment -> all.addAll(of(environment)));
        return all;
    }

    private static Path file(MatchResult key) {
        String folder = key.group(1).equals("redirects") ? "" : key.group(1).equals("dns") ? "dns/" : "applications/";
        return CONFIG.resolve(folder + key.group(2) + ".yaml");
    }

    private static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(text).results().map(MatchResult::group).forEach(names::add);
        return names;
    }

    private static String withoutComments(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)(^|\\s)#.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
