package cutover.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the values behind the names of secrets come from. */
@FunctionalInterface
public interface SecretSource {

    /**
     * The value behind a name; empty when this source has none.
     *
     * @throws IllegalArgumentException when there is one that cannot be used; its message, which must not hold the
     *     value, becomes a problem of the file that names the secret
     */
    Optional<String> find(String name);

    /** What a person does to give a value to the name. */
    default String remedy(String name) {
        return "set the environment variable " + name + ", or " + name + "_FILE to the path of a file that holds it";
    }

    /**
     * The variable {@code NAME}, or the content of the file that {@code NAME_FILE} names, without one trailing line
     * break; an empty value is none.
     */
    static SecretSource environment(Map<String, String> environment) {
        Map<String, String> variables = Map.copyOf(environment);
        return name -> Optional.ofNullable(variables.get(name))
                .filter(value -> !value.isEmpty())
                .or(() -> Optional.ofNullable(variables.get(name + "_FILE"))
                        .filter(file -> !file.isEmpty())
                        .map(file -> content(name, file)));
    }

    private static String content(String name, String file) {
        String named = "the file that " + name + "_FILE names ";
        try {
            String value = Files.readString(Path.of(file)).replaceFirst("\\r?\\n\\z", "");
            if (value.isEmpty()) {
                throw new Refusal(named + "is empty: " + file, "write the secret into it");
            }
            return value;
        } catch (CharacterCodingException notText) {
            throw new Refusal(named + "is not UTF-8 text: " + file, "save it as UTF-8");
        } catch (IOException | InvalidPathException unreadable) {
            throw new Refusal(named + "cannot be read: " + file, "is it there, and may this user read it?");
        }
    }
}
