package data;

import cutover.environment.cloud.Cloud;
import cutover.environment.cloud.Snapshots;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.provider.aws.AwsAccount;
import cutover.provider.aws.Snapshot;
import cutover.runbook.Phase;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the newest complete snapshot of the database is young enough to go back to. */
final class FreshSnapshot {

    private static final String PERMISSION = "rds:DescribeDBSnapshots";

    private final Workbench bench;
    private final Asking asking;

    FreshSnapshot(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "cloud");
    }

    void beforeTheLaunch() {
        configured().ifPresent(wanted -> judge(wanted, wanted.youngerThan(), Optional.empty()));
    }

    /** Of each night: whether there is one to go back to. */
    void toGoBackTo() {
        configured()
                .ifPresent(wanted -> seen(wanted).ifPresent(seen -> {
                    Optional<Snapshot> young = seen.newest().filter(one -> seen.isYounger(one, wanted.youngerThan()));
                    bench.wayBack(young.map(one -> WayBack.possible(Subject.SNAPSHOT, "RDS: " + seen.told(one)))
                            .orElseGet(() -> WayBack.noLonger(
                                    Subject.SNAPSHOT, "none is complete and young enough", "RDS: " + seen.told())));
                    judge(wanted, wanted.youngerThan(), Optional.empty(), seen);
                }));
    }

    void beforeTheDeploy() {
        configured().ifPresent(wanted -> judge(wanted, wanted.atDeploy(), wanted.syncedAt()));
    }

    private Optional<Snapshots> configured() {
        Optional<Snapshots> wanted = bench.environment().cloud().flatMap(Cloud::snapshots);
        if (wanted.isEmpty()) {
            asking.notKnown("the database of which snapshots are taken", "cloud.snapshots", "a snapshot to go back to");
        }
        return wanted;
    }

    private void judge(Snapshots wanted, Duration limit, Optional<Instant> synced) {
        seen(wanted).ifPresent(seen -> judge(wanted, limit, synced, seen));
    }

    private Optional<SnapshotsSeen> seen(Snapshots wanted) {
        bench.findings().progress("asking RDS for the snapshots of " + wanted.instance());
        return asking.answered(
                        account().snapshots(wanted.instance()),
                        "RDS",
                        "the snapshots of " + wanted.instance(),
                        PERMISSION)
                .map(all -> new SnapshotsSeen(all, bench.clock().instant()));
    }

    private AwsAccount account() {
        return bench.accounts().aws().orElseThrow();
    }

    private void judge(Snapshots wanted, Duration limit, Optional<Instant> synced, SnapshotsSeen seen) {
        bench.findings().evidence().text("snapshots of " + wanted.instance(), seen.told());
        Optional<Snapshot> young = seen.newest().filter(one -> seen.isYounger(one, limit));
        if (young.isEmpty()) {
            bench.findings().add(notYoung(wanted, limit, seen));
            return;
        }
        bench.findings().add(Finding.met("the newest snapshot can be restored: " + seen.told(young.get())));
        synced.ifPresent(moment -> since(wanted, moment, young.get(), seen));
    }

    private Unmet notYoung(Snapshots wanted, Duration limit, SnapshotsSeen seen) {
        String expected = "one that is available and at most " + Durations.told(limit) + " old";
        if (seen.unfinished().isPresent()) {
            Snapshot unfinished = seen.unfinished().get();
            return unmet(
                            wanted,
                            "the new snapshot of " + wanted.instance() + " is not complete: it is "
                                    + unfinished.state())
                    .expected(expected)
                    .butWas(seen.told())
                    .toDo("wait until it is available, then run this step again; a snapshot in progress saves nothing");
        }
        if (seen.newest().isPresent()) {
            return unmet(wanted, "the newest snapshot of " + wanted.instance() + " is too old")
                    .expected(expected)
                    .butWas(seen.told())
                    .toDo(
                            bench.phase() == Phase.NIGHTLY
                                    ? "run the snapshot playbook, and find out why no newer one was taken by itself"
                                    : "");
        }
        return unmet(wanted, "there is no snapshot of " + wanted.instance())
                .expected(expected)
                .butWas(others())
                .toDo("see whether config/environments, cloud.snapshots, names the database of production; then run the"
                        + " snapshot playbook and wait until the snapshot is complete");
    }

    /** What there is instead. */
    private String others() {
        List<Snapshot> all = account().allSnapshots().value().orElse(List.of());
        return new SnapshotsSeen(all, bench.clock().instant()).told() + (all.isEmpty() ? " of any database" : "");
    }

    private void since(Snapshots wanted, Instant synced, Snapshot newest, SnapshotsSeen seen) {
        bench.findings()
                .expect(
                        SnapshotsSeen.taken(newest).isAfter(synced),
                        "it was begun after the second sync of the media bucket",
                        unmet(
                                        wanted,
                                        "the newest snapshot of " + wanted.instance()
                                                + " is older than the second sync of the media bucket")
                                .expected("one that was begun after " + synced)
                                .butWas(seen.told(newest)));
    }

    private static Unmet unmet(Snapshots wanted, String sentence) {
        return Finding.unmet(sentence).lookAt("RDS's console, Snapshots, " + wanted.instance());
    }
}
