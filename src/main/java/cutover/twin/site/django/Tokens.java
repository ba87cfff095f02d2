package cutover.twin.site.django;

import java.util.random.RandomGenerator;

/** Random text for session keys, CSRF tokens and salts. Safe for several threads, whatever the generator is. */
public final class Tokens {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LOWER_AND_DIGITS = 36;
    private static final String KEY_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random;

    public Tokens(RandomGenerator random) {
        this.random = random;
    }

    /** Letters of both cases and digits. */
    public String text(int length) {
        return draw(LETTERS, LETTERS.length(), length);
    }

    /** A session key: 32 lower case letters and digits. */
    public String sessionKey() {
        return draw(KEY_LETTERS, LOWER_AND_DIGITS, 32);
    }

    /** A random UUID's 32 hexadecimal digits. */
    public String hex() {
        return draw("0123456789abcdef", 16, 32);
    }

    /** A secret of 32 characters, hidden behind a fresh salt of the same length; what cookie and form field carry. */
    public String salted(String secret) {
        String salt = text(secret.length());
        StringBuilder text = new StringBuilder(salt);
        for (int i = 0; i < secret.length(); i++) {
            int sum = LETTERS.indexOf(secret.charAt(i)) + LETTERS.indexOf(salt.charAt(i));
            text.append(LETTERS.charAt(sum % LETTERS.length()));
        }
        return text.toString();
    }

    /** The secret behind a salted token; empty when the token has not the form of one. */
    public static String unsalted(String token) {
        if (token.length() != 64 || !token.chars().allMatch(character -> LETTERS.indexOf(character) >= 0)) {
            return "";
        }
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            int difference = LETTERS.indexOf(token.charAt(32 + i)) - LETTERS.indexOf(token.charAt(i));
            secret.append(LETTERS.charAt(Math.floorMod(difference, LETTERS.length())));
        }
        return secret.toString();
    }

    private synchronized String draw(String letters, int bound, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(bound)));
        }
        return text.toString();
    }
}
