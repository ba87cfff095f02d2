package cutover.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Knows the values that must not leave. For any number of threads. */
public final class Masker {

    /** Learns a secret; see {@link #learn(String, String)}. */
    public Optional<String> learn(Secret secret) {
        return learn(secret.name(), secret.reveal());
    }

    /** Learns a value. */
    public Optional<String> learn(String label, String value) {
        throw new UnsupportedOperationException(label + value.length());
    }

    /** Learns the password and the token of basic authentication. */
    public Optional<String> learnPair(String label, String user, String password) {
        throw new UnsupportedOperationException(label + user + password.length());
    }

    /** The text with every known value, in any of its forms, replaced by {@code «LABEL»}. */
    public String mask(String text) {
        return text;
    }

    /** All known values in the files below a folder. */
    public List<Leak> scan(Path folder) {
        throw new UnsupportedOperationException(folder.toString());
    }
}
