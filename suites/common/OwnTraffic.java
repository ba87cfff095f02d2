package common;

import java.util.regex.Pattern;

/** Requests of this suite, of whatever run: all of its agents name themselves so, a browser behind its own name. */
public final class OwnTraffic {

    private static final Pattern AGENT = Pattern.compile("(^| )Cutover/\\S+ \\(test traffic; run ");

    private static final Pattern MARK = Pattern.compile("[?&]cutover=");

    private OwnTraffic() {}

    /** Whether the User-Agent is that of a run. */
    public static boolean is(String userAgent) {
        return AGENT.matcher(userAgent).find();
    }

    /** Whether a path with its query holds the mark of a run; where no agent is told, that is all there is to go by. */
    public static boolean isMarked(String target) {
        return MARK.matcher(target).find();
    }
}
