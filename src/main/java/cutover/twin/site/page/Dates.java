package cutover.twin.site.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as the pages show them, in the application's zone. */
public final class Dates {

    private final ZoneId zone;

    public Dates(ZoneId zone) {
        this.zone = zone;
    }

    /** As in the lists of organisations, for instance {@code 1/12/18}. */
    public String list(Instant time) {
        return format(time, "M/d/yy");
    }

    /** As in the team's list, for instance {@code Jan 12}. */
    public String day(Instant time) {
        return format(time, "MMM d");
    }

    /** For instance {@code 9:05 PM}. */
    public String hour(Instant time) {
        return format(time, "h:mm a");
    }

    /** As the framework tells how long ago something was, for instance {@code 3 days ago}. */
    public static String ago(Instant then, Instant now) {
        Duration since = Duration.between(then, now);
        if (since.toHours() == 0) {
            return "now";
        }
        return since.toDays() == 0
                ? since.toHours() == 1 ? "an hour ago" : since.toHours() + " hours ago"
                : since.toDays() == 1 ? "1 day ago" : since.toDays() + " days ago";
    }

    private String format(Instant time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time.atZone(zone));
    }
}
