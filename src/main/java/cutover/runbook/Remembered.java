package cutover.runbook;

import java.time.Instant;

/**
 * What a step chose to remember for later runs.
 *
 * @param value as text, whatever it is: a number, a time, a list
 * @param step the id of the step that saw it
 * @param seen when
 */
public record Remembered(String value, String step, Instant seen) {

    private static final String MEASURE = "time ";

    /**
     * True for a key that begins with "time ": its value is a number, such as milliseconds, that is never the same twice, and
     * is compared with the median of earlier runs.
     */
    public static boolean isMeasure(String key) {
        return key.startsWith(MEASURE);
    }
}
