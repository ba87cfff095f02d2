package cutover.twin.aws;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The database service's list of snapshots; pages are short, so that whoever reads only the first is found out. */
final class SnapshotsApi {

    static final String INSTANCE = "cmr-production-r1-database";

    private static final String OTHER = "cmr-staging-r1-database";
    private static final int PER_PAGE = 2;

    private final Account account;
    private final Faults faults;

    SnapshotsApi(Account account, Faults faults) {
        this.account = account;
        this.faults = faults;
    }

    WebResponse answer(Form form) {
        if (!form.action().equals("DescribeDBSnapshots")) {
            return XmlAnswer.queryError(400, "InvalidAction", "Could not find operation " + form.action());
        }
        List<Snapshot> wanted = all().filter(one -> form.field("DBInstanceIdentifier")
                        .filter(name -> !name.equals(one.instance()))
                        .isEmpty())
                .toList();
        int from = form.field("Marker").map(Integer::parseInt).orElse(0);
        int to = Math.min(from + PER_PAGE, wanted.size());
        String marker = to < wanted.size() ? XmlAnswer.element("Marker", Integer.toString(to)) : "";
        String page = XmlAnswer.list("DBSnapshots", "DBSnapshot", wanted.subList(from, to).stream(), Snapshot::xml);
        return XmlAnswer.query(form.action(), marker + page);
    }

    /** Oldest first, as nobody promises any order. */
    private Stream<Snapshot> all() {
        Stream<Snapshot> others = Stream.of(
                snapshot("rds:" + OTHER + "-nightly", OTHER, "automated", Duration.ofHours(8)),
                snapshot("staging-by-hand", OTHER, "manual", Duration.ofMinutes(5)));
        if (on(Fault.SNAPSHOT_OF_OTHER_DATABASE)) {
            return others;
        }
        Stream<Snapshot> old = Stream.of(
                snapshot("rds:" + INSTANCE + "-a", INSTANCE, "automated", Duration.ofHours(80)),
                snapshot("rds:" + INSTANCE + "-b", INSTANCE, "automated", Duration.ofHours(56)),
                snapshot("rds:" + INSTANCE + "-c", INSTANCE, "automated", Duration.ofHours(32)));
        return Stream.of(old, newest(), others).flatMap(part -> part);
    }

    private Stream<Snapshot> newest() {
        if (on(Fault.SNAPSHOT_TOO_OLD)) {
            return Stream.empty();
        }
        Snapshot morning = snapshot("cmr-production-morning", INSTANCE, "manual", Duration.ofMinutes(50));
        if (account.deploying() && on(Fault.SNAPSHOT_OF_THE_MORNING)) {
            return Stream.of(morning);
        }
        Snapshot last = account.deploying()
                ? snapshot("cmr-production-noon", INSTANCE, "manual", Duration.ofMinutes(10))
                : morning;
        return on(Fault.SNAPSHOT_UNFINISHED) ? Stream.of(last.unfinished()) : Stream.of(last);
    }

    private Snapshot snapshot(String id, String instance, String kind, Duration age) {
        return new Snapshot(
                id, instance, kind, "available", 100, account.begun().minus(age));
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }

    private record Snapshot(String id, String instance, String kind, String state, int percent, Instant taken) {

        Snapshot unfinished() {
            return new Snapshot(id, instance, kind, "creating", 40, taken);
        }

        String xml() {
            return XmlAnswer.element("DBSnapshotIdentifier", id)
                    + XmlAnswer.element("DBInstanceIdentifier", instance)
                    + XmlAnswer.element("SnapshotType", kind)
                    + XmlAnswer.element("Status", state)
                    + XmlAnswer.element("PercentProgress", Integer.toString(percent))
                    + XmlAnswer.element("SnapshotCreateTime", taken.toString());
        }
    }
}
