package cutover.config;

import java.util.regex.Pattern;

/**
 * A value that must not leave, known by its name. Text of any kind shows {@code «NAME»}; two secrets of one name are
 * equal. It is deliberately neither serialisable nor a bean, so that no writer finds the value by itself.
 */
public final class Secret {

    /** Upper case with underscores; without one, letters only, so that a key or password is not taken for a name. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,64}$)([A-Z]+|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)");

    private final String name;
    private final String value;

    private Secret(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /**
     * A secret.
     *
     * @param name such as {@code STAFF_PASSWORD}
     * @throws IllegalArgumentException when the name looks like a value, or the value is empty; says neither
     */
    public static Secret of(String name, String value) {
        if (!isName(name)) {
            throw new IllegalArgumentException("the name of a secret is written like STAFF_PASSWORD");
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the secret " + name + " is empty");
        }
        return new Secret(name, value);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static String namePattern() {
        return "^" + NAME.pattern() + "$";
    }

    /** For messages and reports. */
    public String name() {
        return name;
    }

    /** The value itself; for the wire only. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "«" + name + "»";
    }
}
