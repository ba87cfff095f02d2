package cutover.config;

/**
 * One text that must not be seen.
 *
 * @param text at least {@link #SHORTEST} characters
 * @param label of the secret it comes from
 * @param form how the secret is written in it
 */
record Needle(String text, String label, String form) {

    static final int SHORTEST = 6;
    static final String PLAIN = "as it is";

    boolean plain() {
        return form.equals(PLAIN);
    }
}
