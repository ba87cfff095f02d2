package cutover.report;

import java.nio.charset.StandardCharsets;

/** The summary of a run, short enough for a page that takes only so much; GitHub shows nothing at all of what is longer. */
public final class JobSummary {

    /** What GitHub takes from one step, in bytes. */
    public static final int MOST = 1 << 20;

    private static final String CUT = "\nThe rest is in summary.md, among the artifacts of this run.\n";

    private JobSummary() {}

    /**
     * As {@link MarkdownReport#of}, cut at the end of a line if need be, which it then says.
     *
     * @param room bytes that are left; if there is no room even to say so, the text is empty
     */
    public static String of(ReportedRun run, long room) {
        return fitted(MarkdownReport.of(run), room);
    }

    /** The same for rollback drills. */
    public static String of(ReportedDrills drills, long room) {
        return fitted(DrillsMarkdown.of(drills), room);
    }

    static String fitted(String markdown, long room) {
        if (bytes(markdown) <= room) {
            return markdown;
        }
        StringBuilder kept = new StringBuilder();
        String fence = "";
        long left = room - bytes(CUT);
        for (String line : markdown.lines().toList()) {
            String after = fence(line, fence);
            left -= bytes(line) + 1;
            if (left < (after.isEmpty() ? 0 : bytes(after) + 1)) {
                break;
            }
            fence = after;
            kept.append(line).append('\n');
        }
        return ended(kept, fence, room);
    }

    private static String ended(StringBuilder kept, String fence, long room) {
        // an open block would swallow the sentence
        String text = kept + (fence.isEmpty() ? "" : fence + "\n") + CUT;
        return bytes(text) <= room ? text : "";
    }

    /** The fence that is open after a line. */
    private static String fence(String line, String open) {
        if (!open.isEmpty()) {
            return line.equals(open) ? "" : open;
        }
        String ticks = line.replaceFirst("^(`*).*$", "$1");
        return ticks.length() < 3 ? "" : ticks;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
