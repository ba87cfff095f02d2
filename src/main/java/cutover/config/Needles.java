package cutover.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds many needles in one pass: the hash of the next {@link Needle#SHORTEST} characters rolls along the text and says
 * where a closer look is worth it. Immutable.
 */
final class Needles {

    static final Needles NONE = new Needles(List.of());

    private static final int BASE = 1_000_003;
    private static final int BITS = 1 << 17;

    private final Map<String, Needle> all = new HashMap<>();
    private final Map<Integer, List<Needle>> byHash = new HashMap<>();
    private final long[] worthALook = new long[BITS / Long.SIZE];
    private final int longest;

    private Needles(Collection<Needle> needles) {
        needles.forEach(needle -> all.putIfAbsent(needle.text(), needle));
        for (Needle needle : all.values()) {
            int hash = hash(needle.text(), 0);
            byHash.computeIfAbsent(hash, none -> new ArrayList<>()).add(needle);
            worthALook[bit(hash) / Long.SIZE] |= 1L << bit(hash);
        }
        longest = all.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** These and more; of two with the same text, the one that was known first. */
    Needles with(List<Needle> more) {
        List<Needle> both = new ArrayList<>(all.values());
        both.addAll(more);
        return new Needles(both);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean holds(String text) {
        return all.containsKey(text);
    }

    int longest() {
        return longest;
    }

    /** Tells each needle with the index where it begins. */
    void find(String text, BiConsumer<Integer, Needle> found) {
        int last = text.length() - Needle.SHORTEST;
        int leaving = 1;
        for (int i = 1; i < Needle.SHORTEST; i++) {
            leaving *= BASE;
        }
        int hash = last < 0 ? 0 : hash(text, 0);
        for (int at = 0; at <= last; at++) {
            int bit = bit(hash);
            if ((worthALook[bit / Long.SIZE] & (1L << bit)) != 0) {
                look(text, at, hash, found);
            }
            if (at < last) {
                hash = (hash - text.charAt(at) * leaving) * BASE + text.charAt(at + Needle.SHORTEST);
            }
        }
    }

    private void look(String text, int at, int hash, BiConsumer<Integer, Needle> found) {
        for (Needle needle : byHash.getOrDefault(hash, List.of())) {
            if (text.startsWith(needle.text(), at)) {
                found.accept(at, needle);
            }
        }
    }

    private static int hash(String text, int from) {
        int hash = 0;
        for (int i = from; i < from + Needle.SHORTEST; i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }

    private static int bit(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - 17);
    }
}
