package cutover.report;

import java.util.List;

/**
 * What the HTML template shows, as texts that are ready to be escaped.
 *
 * @param decision the verdict's words
 * @param sign the style of the verdict
 * @param place environment, host and phase on one line
 * @param tally how many steps are in which state
 * @param notes what else is to be said about the run as a whole
 * @param reasons in the order in which to deal with them; the first is shown large
 * @param since how it compares with earlier runs; none or one
 * @param ticks the labels of the waterfall's axis
 * @param stages the timeline at a glance
 * @param back whether going back is possible; none or one
 */
record Page(
        String decision,
        String sign,
        String place,
        String tally,
        List<String> notes,
        List<Todo> reasons,
        List<Since> since,
        List<Band> bands,
        List<Bar> bars,
        List<String> ticks,
        List<Fact> facts,
        List<String> weaknesses,
        List<Stage> stages,
        List<Back> back) {

    record Todo(String step, String sentence, String toDo, String rollback, boolean advice) {}

    record Band(Stage stage, List<Row> rows) {}

    /** A phase; {@code aside} for one that is not on the way from the old host to the new one. */
    record Stage(String key, String title, boolean judged, boolean aside, List<Count> counts) {}

    /** How many steps are in a state. */
    record Count(String sign, String state, int number) {}

    record Back(String heading, String sign, String sentence, List<Subject> subjects) {}

    /** One thing on which going back depends; without a witness nobody has looked. */
    record Subject(
            String title, String sign, String standing, String until, List<String> words, List<String> witnesses) {}

    /** A step over the last runs; {@code trend} is empty with too few of them. */
    record Past(String summary, List<Cell> cells, String trend) {}

    /** A step in one run; {@code height} is its time as part of the longest, in percent. */
    record Cell(String sign, String state, String when, String took, String height, boolean now) {}

    /** One step; {@code said} when a finding below it already shows what to do; {@code past} is none or one. */
    record Row(
            String id,
            String line,
            String sign,
            String state,
            String took,
            String owner,
            String how,
            boolean blocking,
            boolean writes,
            boolean open,
            String toDo,
            boolean said,
            String rollback,
            List<String> people,
            List<Attempt> attempts,
            List<Exhibit> exhibits,
            List<Past> past) {}

    record Attempt(String name, String sign, String state, String took, List<Facts> findings) {}

    /** One finding; {@code seenLabel} is empty for a met one. */
    record Facts(
            String sign,
            String sentence,
            String expected,
            String seenLabel,
            String seen,
            List<Place> lookAt,
            String toDo) {}

    /** A place to look at; {@code href} is empty when it is no link. */
    record Place(String text, String href) {}

    /** One piece of evidence: {@code kind} is {@code image}, {@code text} or {@code file}. */
    record Exhibit(String anchor, String title, String path, String href, String kind, String content, String note) {}

    record Bar(String id, String name, String sign, String state, String from, String width, String told) {}

    record Fact(String label, String value) {}
}
