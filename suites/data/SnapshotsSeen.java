package data;

import cutover.patience.Durations;
import cutover.provider.aws.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The snapshots of one database at one moment. */
record SnapshotsSeen(List<Snapshot> all, Instant now) {

    private static final int TOLD = 5;
    private static final Comparator<Snapshot> BY_AGE = Comparator.comparing(SnapshotsSeen::taken);

    /** The newest from which the database can be restored. */
    Optional<Snapshot> newest() {
        return all.stream().filter(Snapshot::isComplete).max(BY_AGE);
    }

    /** One that is newer than all complete ones, and not complete. */
    Optional<Snapshot> unfinished() {
        Instant complete = newest().map(SnapshotsSeen::taken).orElse(Instant.MIN);
        return all.stream()
                .filter(one -> !one.isComplete())
                // without a time yet: it has only just begun
                .filter(one -> one.taken().isEmpty() || taken(one).isAfter(complete))
                .findFirst();
    }

    boolean isYounger(Snapshot snapshot, Duration limit) {
        return age(snapshot).compareTo(limit) <= 0;
    }

    /** The newest few, one a line. */
    String told() {
        return all.isEmpty()
                ? "no snapshot"
                : all.stream()
                        .sorted(BY_AGE.reversed())
                        .limit(TOLD)
                        .map(this::told)
                        .collect(Collectors.joining("\n"));
    }

    String told(Snapshot snapshot) {
        String age = snapshot.taken()
                .map(begun -> ", begun " + begun + ", " + Durations.told(age(snapshot)) + " ago")
                .orElse("");
        String done = snapshot.isComplete() ? "" : " (" + snapshot.percent() + " %)";
        return snapshot.id() + " of " + snapshot.instance() + ", " + snapshot.kind() + ", " + snapshot.state() + done
                + age;
    }

    private Duration age(Snapshot snapshot) {
        return Duration.between(taken(snapshot), now);
    }

    static Instant taken(Snapshot snapshot) {
        return snapshot.taken().orElse(Instant.MIN);
    }
}
