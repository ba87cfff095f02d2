package cutover.provider.aws;

import cutover.provider.Told;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsRequest;

/** Reads the list of snapshots at RDS, page by page to the end. */
final class Snapshots {

    private Snapshots() {}

    /** @param instance empty for those of all databases */
    static Told<List<Snapshot>> of(AwsAccess access, Optional<String> instance) {
        DescribeDbSnapshotsRequest request = DescribeDbSnapshotsRequest.builder()
                .dbInstanceIdentifier(instance.orElse(null))
                .build();
        return Calls.asked(() -> {
            try (RdsClient client = Calls.reading(RdsClient.builder().httpClient(Calls.http(access)), access)) {
                return client.describeDBSnapshotsPaginator(request).dbSnapshots().stream()
                        .map(Snapshots::snapshot)
                        .toList();
            }
        });
    }

    private static Snapshot snapshot(DBSnapshot told) {
        return new Snapshot(
                Calls.text(told.dbSnapshotIdentifier()),
                Calls.text(told.dbInstanceIdentifier()),
                Calls.text(told.status()),
                told.percentProgress() == null ? 0 : told.percentProgress(),
                Calls.text(told.snapshotType()),
                Optional.ofNullable(told.snapshotCreateTime()));
    }
}
