package launch;

import cutover.environment.cloud.Buckets;
import cutover.environment.cloud.Cloud;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.Told;
import cutover.provider.aws.Beginning;
import cutover.provider.aws.Bucket;
import java.util.Optional;

/**
 * Whether the key that the old host was given reads the old side's files. Which key the application uses can't be seen; a
 * PDF that it serves may have been read with the former one.
 */
final class OldKey {

    private final Workbench bench;

    OldKey(Workbench bench) {
        this.bench = bench;
    }

    void reads() {
        Optional<Cloud> cloud = bench.environment().cloud();
        Optional<Buckets> buckets = cloud.flatMap(Cloud::buckets);
        Optional<Cloud.RetiredKey> key = cloud.flatMap(Cloud::retiredKey);
        if (buckets.isEmpty() || key.isEmpty()) {
            bench.findings()
                    .progress("the old host's key is not tried: the environment has no cloud.buckets or no"
                            + " cloud.retired-key");
        } else {
            reads(cloud.get(), buckets.get(), key.get());
        }
    }

    private void reads(Cloud cloud, Buckets buckets, Cloud.RetiredKey key) {
        bench.findings().progress("reading a file of " + buckets.from() + " with the old host's key");
        try (Bucket bucket = bench.accounts().from(cloud, buckets, key)) {
            Told<Beginning> told = bucket.begins(buckets.known(), 1);
            bench.findings()
                    .add(told.<Finding>fold(
                            read -> Finding.met("the old host's key " + key.accessKeyId() + " reads " + buckets.known()
                                    + " in " + buckets.from() + "; which key the application uses can't be seen"),
                            refused -> refused.code().equals("NoSuchKey")
                                    ? untold(told.trouble())
                                    : Finding.unmet("the old host's key " + key.accessKeyId() + " can't read "
                                                    + buckets.known() + " in " + buckets.from())
                                            .expected("a key that reads the old side's files")
                                            .butWas(told.trouble())
                                            .lookAt("IAM's console, Users, the user of the old host, Permissions")
                                            .lookAt("config/environments, cloud.retired-key"),
                            unavailable -> untold(unavailable.detail())));
        }
    }

    private static Finding untold(String why) {
        return Finding.unknown("whether the old host's key reads its files is not told")
                .expected("a file, or a refusal")
                .because(why)
                .lookAt("config/environments, cloud.buckets.known")
                .toDo("run again, or look in IAM's console by hand");
    }
}
