package cutover.provider.aws;

import java.util.List;

/**
 * How two buckets differ; as big as the difference.
 *
 * @param same how many objects are in both with the same content
 * @param read how many of these had to be read on both sides, because their tags can't be compared
 * @param missing objects that only the first bucket has
 * @param added objects that only the second bucket has
 * @param different objects of the first bucket that have other content in the second
 */
public record Difference(long same, long read, List<Stored> missing, List<Stored> added, List<Stored> different) {

    public Difference {
        missing = List.copyOf(missing);
        added = List.copyOf(added);
        different = List.copyOf(different);
    }

    /** How many objects the first bucket has. */
    public long first() {
        return same + missing.size() + different.size();
    }
}
