package cutover.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The nodes of one file, after everything was refused that could surprise: size, encoding, syntax, anchors, tags. */
final class YamlText {

    private static final int MOST_BYTES = 1_000_000;

    private final Path file;
    private final List<Problem> problems;

    YamlText(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Empty when the file cannot be read as YAML; the problems then say why. */
    Optional<Node> root() {
        return text().flatMap(this::nodes);
    }

    /** A text that stands in the code, such as the one of {@link Default}; its nodes have no place. */
    static Node nodeOf(String yaml) {
        return new Compose(settings(false))
                .composeString(yaml)
                .orElseThrow(() -> new IllegalArgumentException("a default without a value"));
    }

    private Optional<Node> nodes(String text) {
        List<Problem> unwanted = new ArrayList<>();
        try {
            Unwanted guard = new Unwanted((mark, refusal) -> {
                Place place = mark.map(Place::of).orElse(Place.WHOLE_FILE);
                unwanted.add(problem(place, refusal.getMessage(), refusal.remedy()));
            });
            new Parse(settings(true)).parseString(text).forEach(guard::look);
            problems.addAll(unwanted);
            return unwanted.isEmpty() ? composed(text) : Optional.empty();
        } catch (TooDeep nested) {
            problems.addAll(unwanted);
            return Optional.empty();
        } catch (MarkedYamlEngineException syntax) {
            problems.addAll(unwanted);
            return refused(
                    syntax.getProblemMark()
                            .or(syntax::getContextMark)
                            .map(Place::of)
                            .orElse(Place.WHOLE_FILE),
                    "this is not YAML: " + told(syntax),
                    "look at indentation, colons and quotes here and in the line above");
        } catch (ReaderException character) {
            String before = text.substring(0, text.offsetByCodePoints(0, character.getPosition()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            return refused(
                    new Place(line, before.length() - before.lastIndexOf('\n')),
                    "the character U+%04X must not stand in YAML".formatted(character.getCodePoint()),
                    "remove it, or write it as an escape in double quotes");
        } catch (YamlEngineException other) {
            return refused(Place.WHOLE_FILE, "this is not YAML: " + other.getMessage(), "");
        }
    }

    private Optional<Node> composed(String text) {
        Optional<Node> root = new Compose(settings(true)).composeString(text);
        return root.isPresent()
                ? root
                : refused(Place.WHOLE_FILE, "the file is empty", "write the keys that are needed");
    }

    private Optional<String> text() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return refused(
                        Place.WHOLE_FILE,
                        "the file has " + Files.size(file) + " bytes, more than " + MOST_BYTES,
                        "is it the right file?");
            }
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(decoded(bytes));
        } catch (CharacterCodingException notUtf8) {
            return refused(Place.WHOLE_FILE, "the file is not UTF-8 text", "save it as UTF-8");
        } catch (NoSuchFileException missing) {
            return refused(Place.WHOLE_FILE, "there is no such file", "");
        } catch (IOException unreadable) {
            return refused(Place.WHOLE_FILE, "the file cannot be read", "is it a file, and may this user read it?");
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private <T> Optional<T> refused(Place place, String sentence, String remedy) {
        problems.add(problem(place, sentence, remedy));
        return Optional.empty();
    }

    private Problem problem(Place place, String sentence, String remedy) {
        return new Problem(file, place.line(), place.column(), "", sentence, remedy);
    }

    /** Without the excerpt of the file that the library adds, which might show a secret. */
    private static String told(MarkedYamlEngineException syntax) {
        return syntax.getContext() == null || syntax.getContext().isEmpty()
                ? syntax.getProblem()
                : syntax.getProblem() + ", " + syntax.getContext();
    }

    private static LoadSettings settings(boolean marks) {
        return LoadSettings.builder()
                .setUseMarks(marks)
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(MOST_BYTES)
                .setMaxAliasesForCollections(0)
                .build();
    }
}
