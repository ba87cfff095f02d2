package cutover.probe.dns;

import java.time.Duration;

/**
 * Where a walk ends that would lead on and on.
 *
 * @param depth how many names of name servers may hang on each other before one has an address; from 1 to 50
 * @param questions asked in one walk at most; positive
 * @param atMost after this much time no further question is asked; those on their way still end in their own time
 */
public record DelegationLimits(int depth, int questions, Duration atMost) {

    /** Eight names deep, 2,000 questions, two minutes. */
    public static final DelegationLimits USUAL = new DelegationLimits(8, 2_000, Duration.ofMinutes(2));

    public DelegationLimits {
        if (depth < 1 || depth > 50 || questions < 1 || atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException(
                    "a walk needs positive limits and a depth of at most 50, got %d / %d / %s"
                            .formatted(depth, questions, atMost));
        }
    }
}
