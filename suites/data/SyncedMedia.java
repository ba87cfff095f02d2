package data;

import common.Many;
import cutover.environment.cloud.Buckets;
import cutover.environment.cloud.Cloud;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.provider.aws.Bucket;
import cutover.provider.aws.Difference;
import cutover.provider.aws.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether the new side's bucket holds what the old side's holds, and all that the database names. */
final class SyncedMedia {

    private final Workbench bench;
    private final MediaAsked asked;

    SyncedMedia(Workbench bench) {
        this.bench = bench;
        this.asked = new MediaAsked(bench);
    }

    /** What was written after the first sync is left to the second; types are kept, and strangers shut out. */
    void afterTheFirstSync() {
        asked.whereNamed((cloud, buckets) -> {
            FilesOfEachKind some = new FilesOfEachKind();
            compare(cloud, buckets, some, buckets.syncedAt());
            new KeptTypes(bench, asked).judged(cloud, buckets, some.keys());
            new ShutToStrangers(bench).judged(cloud, buckets, some.holdsKnown());
        });
    }

    /** Nothing is left out. */
    void afterTheSecondSync() {
        asked.whereNamed((cloud, buckets) -> compare(cloud, buckets, new FilesOfEachKind(), Optional.empty()));
    }

    private void compare(Cloud cloud, Buckets buckets, FilesOfEachKind some, Optional<Instant> until) {
        Optional<NamedKeys> named = NamedKeys.of(bench, buckets);
        bench.findings().progress("comparing " + buckets.from() + " with " + buckets.to() + ", file by file");
        try (Bucket from = bench.accounts().from(cloud, buckets);
                Bucket to = bench.accounts().to(cloud, buckets)) {
            asked.answered(
                            from.against(to, object -> {
                                named.ifPresent(keys -> keys.seen(object.key()));
                                some.look(object, buckets.known());
                            }),
                            "what " + from.name() + " and " + to.name() + " hold")
                    .ifPresent(difference -> {
                        some.without(difference.added());
                        judge(buckets, difference, until);
                        named.ifPresent(keys -> named(buckets, keys, difference));
                    });
        }
    }

    private void judge(Buckets buckets, Difference difference, Optional<Instant> until) {
        Predicate<Stored> later =
                object -> until.filter(object.changed()::isAfter).isPresent();
        List<String> late = keys(difference.missing().stream().filter(later));
        List<String> missing = keys(difference.missing().stream().filter(later.negate()));
        List<String> different = keys(difference.different().stream());
        if (difference.first() == 0) {
            bench.findings()
                    .add(Finding.unmet(buckets.from() + " holds no file at all")
                            .expected("the files of the old side")
                            .butWas("an empty list")
                            .lookAt("config/environments, cloud.buckets.from")
                            .toDo("compare the name with BUCKET_NAME of the old settings"));
        }
        if (!missing.isEmpty()) {
            bench.findings().add(missing(buckets, missing));
        }
        if (!different.isEmpty()) {
            bench.findings()
                    .add(Finding.unmet(number(different, "file") + " of " + buckets.from()
                                    + (different.size() == 1 ? " has" : " have") + " other content in " + buckets.to())
                            .expected("the same bytes in both buckets")
                            .butWas("other bytes: " + Many.told(different, ", "))
                            .lookAt(Many.kept(bench.findings(), "files with other content", different))
                            .toDo("copy these again; a sync that compares sizes only passes over what is as long"));
        }
        if (difference.first() > 0 && missing.isEmpty() && different.isEmpty()) {
            bench.findings().add(Finding.met(same(buckets, difference, late, until)));
        }
    }

    private Unmet missing(Buckets buckets, List<String> missing) {
        boolean odd = missing.stream().allMatch(key -> key.contains(":") || key.contains(" "));
        return Finding.unmet(number(missing, "file") + " of " + buckets.from() + (missing.size() == 1 ? " is" : " are")
                        + " missing in " + buckets.to())
                .expected("every file of " + buckets.from())
                .butWas("missing: " + Many.told(missing, ", "))
                .lookAt(Many.kept(bench.findings(), "missing files", missing))
                .toDo(
                        odd
                                ? "only keys with a colon or a blank are missing: copy them with a tool that keeps such keys,"
                                        + " then compare again"
                                : "");
    }

    private static String same(Buckets buckets, Difference difference, List<String> late, Optional<Instant> until) {
        return difference.same() + " of " + difference.first() + " files of " + buckets.from() + " are in "
                + buckets.to() + " with the same content, by size and ETag"
                + (difference.read() == 0 ? "" : ", " + difference.read() + " by reading both")
                + (late.isEmpty()
                        ? ""
                        : "; " + late.size() + " written after the first sync of " + until.orElseThrow()
                                + " is M6's to take along")
                + (difference.added().isEmpty()
                        ? ""
                        : "; " + difference.added().size() + " only in the new one, which came there otherwise: "
                                + Many.told(keys(difference.added().stream()), ", "));
    }

    /** What is missing in the new bucket only was told already. */
    private void named(Buckets buckets, NamedKeys named, Difference difference) {
        List<String> old = keys(difference.missing().stream());
        List<String> lost =
                named.left().stream().filter(key -> !old.contains(key)).toList();
        bench.findings()
                .expect(
                        lost.isEmpty(),
                        (named.left().isEmpty() ? "in " + buckets.to() : "in one of the buckets")
                                + ", looked for by key: " + named.source(),
                        Finding.unmet(number(lost, "file") + " that the database names "
                                        + (lost.size() == 1 ? "lies" : "lie") + " in neither bucket")
                                .expected("a file behind each key that the database names")
                                .butWas("neither " + buckets.from() + " nor " + buckets.to() + " has "
                                        + Many.told(lost, ", "))
                                .lookAt(Many.kept(bench.findings(), "files that are lost", lost))
                                .lookAt("config/environments, cloud.buckets.named")
                                .toDo(
                                        "look whether the bucket keeps versions; otherwise build these PDFs again from their"
                                                + " records, and write the list anew"));
    }

    private static List<String> keys(Stream<Stored> objects) {
        return objects.map(Stored::key).toList();
    }

    private static String number(List<String> all, String what) {
        return all.size() + " " + what + (all.size() == 1 ? "" : "s");
    }
}
