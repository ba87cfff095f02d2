package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Duration;
import java.util.List;

/** What the past traffic of the site under test may look like, according to its log. */
public record Audit(
        @Doc("how far back the log of the site under test is read") @Default("24h")
        Duration window,

        @Doc(
                "how far back the log of the site that was left is read: errors that stand there too are no news, and the site under"
                        + " test is compared with its traffic")
        @Default("14d")
        Duration oldWindow,

        @Doc("at most so many of 1000 requests may be answered with 5xx") @Default("5")
        int serverErrors,

        @Doc("at most so many of 1000 requests may be answered with 4xx") @Default("100")
        int clientErrors,

        @Doc("95 of 100 requests are answered within this time") @Default("3s")
        Duration answered,

        @Doc("fewer requests of strangers than this in the window, and nothing can be told") @Default("20")
        int leastRequests,

        @Doc(
                "fewer requests of strangers than this on either host, in as long a time as the window, and the two are not"
                        + " compared: chance would decide")
        @Default("100")
        int leastCompared,

        @Doc("at most so many of 1000 requests more than in the old host's worst window may be answered with 5xx; what"
                + " chance may explain is not told")
        @Default("2")
        int moreServerErrors,

        @Doc("the same for 4xx") @Default("20") int moreClientErrors,

        @Doc("95 of 100 requests may take so much longer than in the old host's worst window") @Default("500ms")
        Duration slower,

        @Doc("errors that are known and harmless") @Default("[]")
        List<Harmless> harmless) {

    public Audit {
        demandPositive("window", window);
        demandPositive("old-window", oldWindow);
        demandShare("server-errors", serverErrors);
        demandShare("client-errors", clientErrors);
        demandShare("more-server-errors", moreServerErrors);
        demandShare("more-client-errors", moreClientErrors);
        if (slower.isNegative()) {
            throw new IllegalArgumentException("slower must not be negative");
        }
        if (leastCompared < 1) {
            throw new IllegalArgumentException("least-compared must be 1 or more: no request proves nothing");
        }
        if (leastRequests < 1) {
            throw new IllegalArgumentException("least-requests must be 1 or more: no request proves nothing");
        }
    }

    private static void demandPositive(String key, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(key + " must be longer than nothing");
        }
    }

    private static void demandShare(String key, int share) {
        if (share < 0 || share > 1000) {
            throw new IllegalArgumentException(key + " is a number of 1000 requests, got " + share);
        }
    }

    /** One error that nobody needs to look at. */
    public record Harmless(
            @Doc("text that stands in its record, case-sensitive")
            String text,

            @Doc("why it is harmless, and who decided") String reason) {

        public Harmless {
            if (text.isBlank()) {
                throw new IllegalArgumentException("text must not be blank: it would excuse every error");
            }
        }
    }
}
