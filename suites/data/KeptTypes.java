package data;

import common.Many;
import cutover.environment.cloud.Buckets;
import cutover.environment.cloud.Cloud;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.Told;
import cutover.provider.aws.Bucket;
import java.util.ArrayList;
import java.util.List;

/** Whether the sync kept the content types, at a file of each kind. */
final class KeptTypes {

    private final Workbench bench;
    private final MediaAsked asked;

    KeptTypes(Workbench bench, MediaAsked asked) {
        this.bench = bench;
        this.asked = asked;
    }

    void judged(Cloud cloud, Buckets buckets, List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<String> lost = new ArrayList<>();
        try (Bucket from = bench.accounts().from(cloud, buckets);
                Bucket to = bench.accounts().to(cloud, buckets)) {
            for (String key : keys) {
                Told<Boolean> told = type(from, key)
                        .then(before -> type(to, key).then(now -> {
                            if (!before.equals(now)) {
                                lost.add(key + " (" + now + " instead of " + before + ")");
                            }
                            return Told.value(true);
                        }));
                if (asked.answered(told, "the content type of " + key).isEmpty()) {
                    return;
                }
            }
        }
        bench.findings()
                .expect(
                        lost.isEmpty(),
                        "the content type is kept, at " + keys.size() + " files of each folder and way to name them",
                        Finding.unmet("the sync lost the content type of files: " + lost.size() + " of " + keys.size()
                                        + " that were looked at")
                                .expected("the content types that they have in " + buckets.from())
                                .butWas(Many.told(lost, ", "))
                                .lookAt("S3's console, " + buckets.to() + ", the object's metadata")
                                .toDo(
                                        "copy them again with a tool that keeps metadata, from bucket to bucket: by way of a"
                                                + " disk the type is guessed from the name"));
    }

    private static Told<String> type(Bucket bucket, String key) {
        return bucket.begins(key, 1).then(beginning -> Told.value(beginning.type()));
    }
}
