package cutover.provider.aws;

import cutover.provider.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks along the lists of two buckets at once, so that only what differs is kept. Used once. */
final class SideBySide {

    private final Bucket first;
    private final Bucket second;
    private final Consumer<Stored> ofSecond;
    private final List<Stored> missing = new ArrayList<>();
    private final List<Stored> added = new ArrayList<>();
    private final List<Stored> different = new ArrayList<>();
    private long same;
    private long read;
    private Told<Boolean> readable = Told.value(true);

    SideBySide(Bucket first, Bucket second, Consumer<Stored> ofSecond) {
        this.first = first;
        this.second = second;
        this.ofSecond = ofSecond;
    }

    Told<Difference> compared() {
        Listing one = first.listing();
        Listing other = second.listing();
        while (readable.value().isPresent() && walk(one, other)) {
            // each step moves one list on, or both
        }
        return one.whole()
                .then(whole -> other.whole())
                .then(whole -> readable)
                .then(whole -> Told.value(new Difference(same, read, missing, added, different)));
    }

    /** False at the end of both lists, and where one of them broke off: what the other goes on with says nothing then. */
    private boolean walk(Listing one, Listing other) {
        Optional<Stored> left = one.current();
        Optional<Stored> right = other.current();
        boolean broken = one.whole().value().isEmpty() || other.whole().value().isEmpty();
        if (broken || left.isEmpty() && right.isEmpty()) {
            return false;
        }
        int order = left.isEmpty()
                ? 1
                : right.isEmpty()
                        ? -1
                        : Listing.inOrder(left.get().key(), right.get().key());
        if (order == 0) {
            compare(left.get(), right.get());
        } else if (order < 0) {
            missing.add(left.get());
        } else {
            added.add(right.get());
        }
        if (order <= 0) {
            one.next();
        }
        if (order >= 0) {
            ofSecond.accept(right.get());
            other.next();
        }
        return true;
    }

    private void compare(Stored left, Stored right) {
        if (left.size() != right.size()) {
            different.add(left);
        } else if (left.tag().equals(right.tag()) && !left.tag().isEmpty()) {
            same++;
        } else {
            byContent(left);
        }
    }

    /** A copy in several parts, or one that KMS encrypts, has another tag than the same content in one part. */
    private void byContent(Stored left) {
        Told<Boolean> equal = first.digest(left.key())
                .then(one -> second.digest(left.key()).then(other -> Told.value(one.equals(other))));
        if (equal.value().isEmpty()) {
            readable = equal;
        } else if (equal.value().get()) {
            same++;
            read++;
        } else {
            different.add(left);
        }
    }
}
