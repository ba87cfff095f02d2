package cutover.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The types that are written as one text, and how the text becomes a value. */
final class ScalarShapes {

    private static final String WHOLE = "-?(0|[1-9][0-9]*)";
    private static final String DURATION = "[0-9]{1,9}(ms|s|m|h|d)";

    private ScalarShapes() {}

    static Optional<ScalarShape> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(constants(type));
        }
        return Optional.ofNullable(known().get(type)).or(() -> parsed(type));
    }

    private static Map<Class<?>, ScalarShape> known() {
        return Map.ofEntries(
                Map.entry(String.class, text("a text", "", text -> text)),
                Map.entry(boolean.class, flag()),
                Map.entry(Boolean.class, flag()),
                Map.entry(int.class, whole(Integer::valueOf)),
                Map.entry(Integer.class, whole(Integer::valueOf)),
                Map.entry(long.class, whole(Long::valueOf)),
                Map.entry(Long.class, whole(Long::valueOf)),
                Map.entry(double.class, decimal()),
                Map.entry(Double.class, decimal()),
                Map.entry(Duration.class, text("a duration", "^" + DURATION + "$", ScalarShapes::duration)),
                Map.entry(LocalDate.class, text("a date", "^\\d{4}-\\d{2}-\\d{2}$", ScalarShapes::date)),
                Map.entry(Instant.class, text("a moment", "^\\d{4}-\\d{2}-\\d{2}T.+$", ScalarShapes::instant)),
                Map.entry(URI.class, text("an absolute URI", "^[A-Za-z][A-Za-z0-9+.-]*:.+$", ScalarShapes::uri)),
                Map.entry(Pattern.class, text("a regular expression", "", ScalarShapes::pattern)),
                Map.entry(Path.class, scalar("a path", "string", "", (text, around) -> path(text, around.folder()))),
                Map.entry(
                        Secret.class,
                        scalar("the name of a secret", "string", Secret.namePattern(), ScalarShapes::secret)));
    }

    private static ScalarShape text(String wanted, String pattern, Function<String, Object> reader) {
        return scalar(wanted, "string", pattern, (text, around) -> reader.apply(text));
    }

    private static ScalarShape scalar(String wanted, String json, String pattern, ScalarShape.Reader reader) {
        return new ScalarShape(wanted, json, pattern, List.of(), reader);
    }

    private static ScalarShape flag() {
        return scalar("true or false", "boolean", "", (text, around) -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new Refusal(Names.quoted(text) + " is neither true nor false", "write true or false");
            }
            return text.equals("true");
        });
    }

    private static ScalarShape whole(Function<String, Object> reader) {
        return scalar("a whole number", "integer", "", (text, around) -> {
            if (!text.matches(WHOLE)) {
                throw new Refusal(Names.quoted(text) + " is not a whole number", "write digits only, such as 443");
            }
            try {
                return reader.apply(text);
            } catch (NumberFormatException tooLarge) {
                throw new Refusal(text + " is too large a number", "write a smaller one");
            }
        });
    }

    private static ScalarShape decimal() {
        return scalar("a number", "number", "", (text, around) -> {
            if (!text.matches(WHOLE + "(\\.[0-9]+)?")) {
                throw new Refusal(Names.quoted(text) + " is not a number", "write digits and one point, such as 0.5");
            }
            return Double.valueOf(text);
        });
    }

    private static Object duration(String text) {
        if (!text.matches(DURATION)) {
            throw new Refusal(
                    Names.quoted(text) + " is not a duration",
                    "write a whole number and ms, s, m, h or d, such as 500ms or 5s");
        }
        long amount = Long.parseLong(text.replaceAll("[a-z]", ""));
        return switch (text.replaceAll("[0-9]", "")) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new Refusal(Names.quoted(text) + " is not a date", "write it like 2025-03-31");
        }
    }

    private static Object instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new Refusal(Names.quoted(text) + " is not a moment in UTC", "write it like 2025-03-31T18:00:00Z");
        }
    }

    private static Object uri(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) {
                throw new Refusal(
                        Names.quoted(text) + " is not an absolute URI", "begin with the scheme, such as https://");
            }
            if (uri.getScheme().matches("(?i)https?|wss?") && uri.getHost() == null) {
                throw new Refusal(Names.quoted(text) + " names no host", "write it like https://www.example.org/");
            }
            return uri;
        } catch (URISyntaxException notOne) {
            throw new Refusal(
                    Names.quoted(text) + " is not a URI: " + notOne.getReason() + " at character "
                            + (notOne.getIndex() + 1),
                    "write it like https://www.example.org/");
        }
    }

    private static Object pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException notOne) {
            throw new Refusal(
                    Names.quoted(text) + " is not a regular expression: " + notOne.getDescription() + " at character "
                            + (notOne.getIndex() + 1),
                    "put it in single quotes and escape what is meant literally with \\");
        }
    }

    private static Object path(String text, Path folder) {
        if (text.indexOf('\0') >= 0) {
            throw new Refusal("this is not a path", "write a file name relative to the folder of this file");
        }
        return folder.resolve(text).normalize();
    }

    private static Object secret(String text, Around around) {
        if (!Secret.isName(text)) {
            throw new Refusal(
                    "this looks like a value, not like the name of a secret",
                    "put the NAME of the secret here, such as STAFF_PASSWORD, and change the value if it was real");
        }
        Secret secret = around.secrets()
                .find(text)
                .filter(value -> !value.isEmpty())
                .map(value -> Secret.of(text, value))
                .orElseThrow(() -> new Refusal(
                        "the secret " + text + " has no value", around.secrets().remedy(text)));
        around.named().accept(secret);
        return secret;
    }

    private static ScalarShape constants(Class<?> type) {
        Map<String, Object> byName = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> byName.put(Names.kebab((Enum<?>) constant), constant));
        return ScalarShape.oneOf(byName);
    }

    private static Optional<ScalarShape> parsed(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("parse")
                        && Modifier.isStatic(method.getModifiers())
                        && type.isAssignableFrom(method.getReturnType())
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst()
                .map(method -> text("a text", "", text -> parse(method, text)));
    }

    private static Object parse(Method method, String text) {
        try {
            method.setAccessible(true);
            return method.invoke(null, text);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(method + " failed", thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(method.toString(), impossible);
        }
    }
}
