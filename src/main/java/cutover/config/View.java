package cutover.config;

/** A text that was made readable, and where each of its characters stands in the original. */
final class View {

    private final String text;
    private final View below;
    private final int[] starts;
    private final int[] ends;

    View(String text, View below, int[] starts, int[] ends) {
        this.text = text;
        this.below = below;
        this.starts = starts;
        this.ends = ends;
    }

    /** The original text. */
    static View of(String text) {
        return new View(text, null, new int[0], new int[0]);
    }

    String text() {
        return text;
    }

    /** Where a character begins in the original text. */
    int start(int index) {
        return below == null ? index : below.start(starts[index]);
    }

    /** Where a character ends in the original text. */
    int end(int index) {
        return below == null ? index + 1 : below.end(ends[index] - 1);
    }

    /** Whether what stands between two indexes held an escape in the view below. */
    boolean changed(int from, int to) {
        return below != null && ends[to - 1] - starts[from] != to - from;
    }
}
