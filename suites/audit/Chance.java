package audit;

/** Tells a difference from an accident. */
final class Chance {

    /** What happens by chance less often than this is none. */
    private static final double RARE = 0.001;

    private Chance() {}

    /**
     * Whether so many are more than chance gives, when each of them has that probability: the upper tail of the binomial
     * distribution, exactly.
     */
    static boolean isNone(int seen, int of, double each) {
        return seen > of * each && ofAtLeast(seen, of, each) < RARE;
    }

    private static double ofAtLeast(int seen, int of, double each) {
        double odds = each / (1 - each);
        double one = Math.exp(logOf(seen, of, each));
        double all = 0;
        // beyond the mean each is less likely than the one before
        for (int i = seen; i <= of && one > 1e-12; i++) {
            all += one;
            one *= odds * (of - i) / (i + 1);
        }
        return all;
    }

    private static double logOf(int seen, int of, double each) {
        double log = seen * Math.log(each) + (of - seen) * Math.log1p(-each);
        for (int i = 1; i <= seen; i++) {
            log += Math.log((of - seen + i) / (double) i);
        }
        return log;
    }
}
