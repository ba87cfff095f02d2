package cutover.environment.front;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Under which key, and in which words, the runs remember how long browsers keep the redirects of an origin (RFC 9111,
 * RFC 9110 section 15.4).
 */
public final class KeptFacts {

    /** Browsers may keep it as long as they like. */
    public static final String FOR_GOOD = "for good";

    private KeptFacts() {}

    /** Key of an origin that redirects. */
    public static String key(String origin) {
        return "redirect " + origin + " kept";
    }

    /** Key of an origin that redirects. */
    public static String key(URI origin) {
        return key(origin.toString());
    }

    /** "for good", or a time as in ISO 8601; PT0S for one that is asked for anew each time. */
    public static String told(boolean permanent, Duration kept) {
        return permanent ? FOR_GOOD : kept.toString();
    }

    /** Whether a browser that met it may still follow it without asking; false for another text. */
    public static boolean lasts(String told, Instant met, Instant now) {
        if (told.equals(FOR_GOOD)) {
            return true;
        }
        try {
            return met.plus(Duration.parse(told)).isAfter(now);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
