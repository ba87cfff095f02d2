package common;

import java.util.List;
import java.util.stream.Collectors;

/** Lists that may be long, in messages. */
public final class Many {

    private static final int SHOWN = 10;

    private Many() {}

    /** The first ten, and how many more there are. */
    public static String told(List<String> all, String between) {
        String shown = all.stream().limit(SHOWN).collect(Collectors.joining(between));
        return all.size() > SHOWN ? shown + between + "and " + (all.size() - SHOWN) + " more" : shown;
    }
}
