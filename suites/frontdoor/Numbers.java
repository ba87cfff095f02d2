package frontdoor;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** IPv6 addresses as people write them, RFC 5952: the longest run of zeros left out. */
final class Numbers {

    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");

    private Numbers() {}

    static String shortened(String full) {
        return ZEROS.matcher(full)
                .results()
                .max(Comparator.comparingInt((MatchResult run) -> run.group().length())
                        .thenComparing(MatchResult::start, Comparator.reverseOrder()))
                .map(run -> before(full, run) + "::" + after(full, run))
                .orElse(full);
    }

    private static String before(String full, MatchResult run) {
        return run.start() == 0 ? "" : full.substring(0, run.start() - 1);
    }

    private static String after(String full, MatchResult run) {
        return run.end() == full.length() ? "" : full.substring(run.end() + 1);
    }
}
