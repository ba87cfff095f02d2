package data;

import cutover.environment.cloud.Buckets;
import cutover.environment.cloud.Cloud;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.Told;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The buckets of the application's files, where the environment names them and S3 tells of them. */
final class MediaAsked {

    private static final String PERMISSION = "s3:ListBucket and s3:GetObject";

    private final Workbench bench;
    private final Asking asking;

    MediaAsked(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "cloud.buckets");
    }

    void whereNamed(BiConsumer<Cloud, Buckets> look) {
        Optional<Cloud> cloud = bench.environment().cloud();
        Optional<Buckets> buckets = cloud.flatMap(Cloud::buckets);
        if (buckets.isEmpty()) {
            asking.notKnown(
                    "where the application's files lie on both sides",
                    "cloud.buckets",
                    "the buckets of both sides, whose files can be compared");
        }
        buckets.ifPresent(known -> look.accept(cloud.orElseThrow(), known));
    }

    /**
     * The answer; empty, with a finding added, when there is none.
     *
     * @param what completes "S3 does not tell …"
     */
    <T> Optional<T> answered(Told<T> told, String what) {
        if (told.<Boolean>fold(value -> false, refused -> refused.code().equals("NoSuchBucket"), silent -> false)) {
            bench.findings()
                    .add(Finding.unmet("a bucket of the application's files is not there")
                            .expected("the buckets of both sides")
                            .butWas(told.trouble())
                            .lookAt("config/environments, cloud.buckets")
                            .toDo("compare the names with BUCKET_NAME of the old settings and MEDIA_BUCKET of the new"
                                    + " ones; the bucket of the static files is another"));
            return Optional.empty();
        }
        return asking.answered(told, "S3", what, PERMISSION);
    }
}
