package cutover.twin.tls;

import java.time.Duration;

/**
 * From when until when a certificate is valid, seen from the moment at which it is issued.
 *
 * @param since for how long it has been valid already; negative when it is not valid yet
 * @param left for how long it still is; negative when it is no longer
 */
record Validity(Duration since, Duration left) {

    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration YEAR = Duration.ofDays(365);
    // clocks differ a little, and the twin's may be ahead of those of its clients
    private static final Duration BACKDATED = Duration.ofHours(12);

    static final Validity USUAL = new Validity(BACKDATED, LIFE);
    static final Validity OVER = new Validity(LIFE.plusDays(1), Duration.ofDays(-1));
    static final Validity TO_COME = new Validity(Duration.ofDays(-1), LIFE);
    // longer on both sides than any certificate below them
    static final Validity OF_INTERMEDIATES = new Validity(YEAR, YEAR.multipliedBy(5));
    static final Validity OF_ROOTS = new Validity(YEAR.multipliedBy(2), YEAR.multipliedBy(10));

    Validity {
        if (since.negated().compareTo(left) >= 0) {
            throw new IllegalArgumentException("a certificate must begin before it ends: " + since + " / " + left);
        }
    }

    static Validity endingIn(Duration left) {
        Duration since = LIFE.minus(left);
        return new Validity(since.compareTo(BACKDATED) < 0 ? BACKDATED : since, left);
    }
}
