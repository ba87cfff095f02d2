package cutover.probe.dns;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * In what two sets of records differ, whatever their types.
 *
 * @param onlyLeft without lifetimes, in order: "www.example.org A 192.0.2.1"
 * @param onlyRight the same for the other set
 * @param ttls records that are in both with other lifetimes, in order: "www.example.org A 192.0.2.1: [300] / [60]"
 */
public record Difference(Set<String> onlyLeft, Set<String> onlyRight, Set<String> ttls) {

    public Difference {
        onlyLeft = Collections.unmodifiableSortedSet(new TreeSet<>(onlyLeft));
        onlyRight = Collections.unmodifiableSortedSet(new TreeSet<>(onlyRight));
        ttls = Collections.unmodifiableSortedSet(new TreeSet<>(ttls));
    }

    /** The same records; their lifetimes may differ. */
    public boolean none() {
        return onlyLeft.isEmpty() && onlyRight.isEmpty();
    }
}
