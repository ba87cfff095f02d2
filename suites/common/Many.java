package common;

import cutover.junit.Findings;
import java.util.List;
import java.util.stream.Collectors;

/** Lists that may be long, in messages. */
public final class Many {

    private static final int SHOWN = 10;

    private Many() {}

    /** All of them as evidence, one a line: the file's path; empty, and no file, when there are none. */
    public static String kept(Findings findings, String title, List<String> all) {
        return all.isEmpty()
                ? ""
                : findings.evidence().text(title, String.join("\n", all) + "\n").path();
    }

    /** The first ten, and how many more there are. */
    public static String told(List<String> all, String between) {
        String shown = all.stream().limit(SHOWN).collect(Collectors.joining(between));
        return all.size() > SHOWN ? shown + between + "and " + (all.size() - SHOWN) + " more" : shown;
    }
}
