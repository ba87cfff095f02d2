package common;

import java.util.regex.Pattern;

/** Requests of this suite, of whatever run: all of its agents name themselves so, a browser behind its own name. */
public final class OwnTraffic {

    private static final String TRAFFIC = "(test traffic; run ";

    private static final Pattern AGENT = Pattern.compile("(^| )Cutover/\\S+ " + Pattern.quote(TRAFFIC));

    private static final Pattern MARK = Pattern.compile("[?&]cutover=");

    private OwnTraffic() {}

    /** Whether the User-Agent is that of a run. */
    public static boolean is(String userAgent) {
        return AGENT.matcher(userAgent).find();
    }

    /** Whether a text names another run of this suite as who made the traffic, and not this one. */
    public static boolean isOfAnotherRun(String text, String run) {
        return text.contains(TRAFFIC) && !text.contains(TRAFFIC + run);
    }

    /** Whether a path with its query holds the mark of a run; where no agent is told, that is all there is to go by. */
    public static boolean isMarked(String target) {
        return MARK.matcher(target).find();
    }
}
