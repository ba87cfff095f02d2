package cutover.config;

import java.util.Arrays;

/**
 * Undoes the escapes of one kind. Long stretches without any are left out, since what stands in them is found in the
 * view below; so a large text with few escapes costs little.
 */
final class Undoing {

    /** Stands for what was left out; no needle holds it. */
    private static final char CUT = '\uFFFF';

    private final View below;
    private final String source;
    private final int reach;
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[256];
    private int[] ends = new int[256];

    private Undoing(View below, int reach) {
        this.below = below;
        this.source = below.text();
        this.reach = reach;
    }

    /**
     * A view without these escapes; its text is empty when there are none.
     *
     * @param reach how much around an escape is kept: the length of the longest needle
     */
    static View of(View below, Escapes escapes, int reach) {
        Undoing undoing = new Undoing(below, reach);
        undoing.undo(escapes);
        return new View(undoing.text.toString(), below, undoing.starts, undoing.ends);
    }

    private void undo(Escapes escapes) {
        int copied = -1;
        for (int i = escapes.next(source, 0); i < source.length(); i = escapes.next(source, i)) {
            int escape = escapes.at(source, i);
            if (escape == Escapes.NONE) {
                i++;
                continue;
            }
            copyAround(copied, i);
            copied = i + Escapes.length(escape);
            if (!Escapes.silent(escape)) {
                put(Escapes.character(escape), i, copied);
            }
            i = copied;
        }
        if (copied >= 0) {
            copy(copied, Math.min(source.length(), copied + reach));
        }
    }

    /** What lies between two escapes, or before the first one, when from is negative. */
    private void copyAround(int from, int to) {
        int left = from < 0 ? 0 : Math.min(to, from + reach);
        int right = Math.max(left, to - reach);
        copy(Math.max(0, from), left);
        if (right > left) {
            put(CUT, left, left + 1);
        }
        copy(right, to);
    }

    private void copy(int from, int to) {
        for (int i = from; i < to; i++) {
            put(source.charAt(i), i, i + 1);
        }
    }

    private void put(char character, int start, int end) {
        int at = text.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
        }
        starts[at] = start;
        ends[at] = end;
        text.append(character);
    }
}
