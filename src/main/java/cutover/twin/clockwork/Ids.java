package cutover.twin.clockwork;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Identifiers and passwords in the shapes that the platforms use; safe for several threads. */
public final class Ids {

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** A version 4 UUID, as request and invocation ids are. */
    public synchronized String uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~0xC000000000000000L | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    public String hex(int digits) {
        return letters(digits, "0123456789abcdef");
    }

    /** Letters and digits only, so that it stands unquoted in a URL, a header and a YAML file. */
    public String password() {
        return letters(24, "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
    }

    /** A generator of its own for a part of the twin that is not to share this one. */
    public synchronized RandomGenerator branch() {
        return new SplittableRandom(random.nextLong());
    }

    public synchronized String letters(int length, String alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
