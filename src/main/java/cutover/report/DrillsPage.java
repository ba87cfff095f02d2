package cutover.report;

import java.util.List;

/**
 * What the template of the drills shows, as texts that are ready to be escaped.
 *
 * @param decision the decision's words
 * @param sign the style of the decision
 * @param place environment and run on one line
 * @param todos in the order in which to deal with them; the first is shown large
 * @param aside findings that belong to no drill
 */
record DrillsPage(
        String decision,
        String sign,
        String place,
        String tally,
        List<Todo> todos,
        List<Page.Facts> aside,
        List<One> drills,
        List<Page.Fact> facts) {

    /** {@code drill} is empty for what belongs to none. */
    record Todo(String drill, String sentence, String toDo) {}

    /** One drill; {@code decided} is empty when it did not come so far, {@code proved} when nobody was to go back. */
    record One(
            String name,
            String title,
            String sign,
            String state,
            String story,
            List<Part> parts,
            String decided,
            String because,
            Loss loss,
            List<Act> acts,
            String proved,
            List<String> needless,
            List<String> people,
            List<Page.Facts> open,
            List<Page.Facts> met,
            List<String> left,
            List<Page.Place> looks,
            Past past) {}

    /** How long a part took; {@code width} is the time as part of what it may take, in percent. */
    record Part(String label, String sign, String told, String target, String width) {}

    /** What is lost; no rows when nothing is. */
    record Loss(String sign, String told, List<String> rows) {}

    /** One action; {@code person} when no lever stands for it. */
    record Act(String since, String action, String lever, String stood, String told, boolean person) {}

    /** Earlier runs, this one last; {@code slower} says which part took markedly longer. */
    record Past(String summary, List<String> slower, List<Run> runs) {}

    /** A drill in one run; {@code height} is the time until it was back as part of the longest, in percent. */
    record Run(
            String when,
            String sign,
            String state,
            String noticed,
            String decided,
            String back,
            String lost,
            String height,
            boolean now) {}
}
