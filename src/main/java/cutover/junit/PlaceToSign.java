package cutover.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a sign-off must know of an environment, read without the secrets and values that only a run needs: people sign at
 * machines that have none.
 *
 * @param rehearsal whether it is the twin
 * @param build that the site under test must have; may hold placeholders, empty where none is demanded
 */
record PlaceToSign(boolean rehearsal, String build) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(CUTOVER_\\w+)}");

    /** @throws IllegalArgumentException if the file is no YAML */
    static PlaceToSign read(Path file) {
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            Object underTest = below(root, "under-test").orElse("");
            Object build = below(root, "sites")
                    .flatMap(sites -> below(sites, underTest.toString()))
                    .flatMap(site -> below(site, "build"))
                    .orElse("");
            return new PlaceToSign(
                    below(root, "rehearsal").filter(Boolean.TRUE::equals).isPresent(), build.toString());
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The build with its placeholders filled in; those without a value stay. */
    String release(Map<String, String> variables) {
        return PLACEHOLDER
                .matcher(build)
                .replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
    }

    private static Optional<Object> below(Object node, String key) {
        return node instanceof Map<?, ?> map ? Optional.ofNullable(map.get(key)) : Optional.empty();
    }
}
