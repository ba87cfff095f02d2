package data;

import cutover.environment.cloud.Cloud;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.Told;
import java.util.List;
import java.util.Optional;

/** Whether new objects of the media bucket are encrypted, as agreed. */
final class EncryptedBucket {

    private static final String PERMISSION = "s3:GetEncryptionConfiguration";

    private final Workbench bench;
    private final Asking asking;

    EncryptedBucket(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "cloud");
    }

    void judged() {
        Optional<Cloud.Bucket> media = bench.environment().cloud().flatMap(Cloud::media);
        if (media.isEmpty()) {
            asking.notKnown("the media bucket", "cloud.media", "a bucket whose encryption can be asked for");
        }
        media.ifPresent(this::judge);
    }

    private void judge(Cloud.Bucket media) {
        bench.findings().progress("asking S3 how " + media.bucket() + " is encrypted");
        Told<List<String>> told = bench.accounts().aws().orElseThrow().encryption(media.bucket());
        boolean missing = told.fold(value -> false, refused -> refused.code().equals("NoSuchBucket"), silent -> false);
        if (missing) {
            bench.findings()
                    .add(Finding.unmet("there is no bucket " + media.bucket())
                            .expected("the media bucket of the new site")
                            .butWas(told.trouble())
                            .lookAt("config/environments, cloud.media")
                            .toDo(
                                    "compare the name with MEDIA_BUCKET of the deployed settings; the bucket of the static"
                                            + " files and that of the old site are others"));
            return;
        }
        asking.answered(told, "S3", "how " + media.bucket() + " is encrypted", PERMISSION)
                .ifPresent(algorithms -> judge(media, algorithms));
    }

    private void judge(Cloud.Bucket media, List<String> algorithms) {
        if (algorithms.isEmpty()) {
            bench.findings()
                    .add(Finding.unmet("the bucket " + media.bucket() + " is not encrypted")
                            .expected(wanted(media))
                            .butWas("no default encryption")
                            .lookAt(console(media)));
            return;
        }
        String found = String.join(", ", algorithms);
        bench.findings()
                .expect(
                        media.encryption().isEmpty() || media.encryption().containsAll(algorithms),
                        "new objects of " + media.bucket() + " are encrypted with " + found
                                + "; that old and new ones can be read is L11's to show",
                        Finding.unmet("the bucket " + media.bucket() + " is encrypted with " + found
                                        + ", which nobody agreed on")
                                .expected(wanted(media))
                                .butWas(found)
                                .lookAt(console(media))
                                .toDo("set the algorithm that was agreed on; with KMS, users without the key and old"
                                        + " signatures are refused, so open an old and a new PDF on both sites"));
    }

    private static String wanted(Cloud.Bucket media) {
        return "default encryption"
                + (media.encryption().isEmpty() ? "" : " with " + String.join(" or ", media.encryption()));
    }

    private static String console(Cloud.Bucket media) {
        return "S3's console, " + media.bucket() + ", Properties, Default encryption";
    }
}
