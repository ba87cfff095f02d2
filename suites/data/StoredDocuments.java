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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of the side that is back: each that the database names is there, each PDF is one and shows what its record
 * holds, none was deleted.
 */
final class StoredDocuments {

    private final Workbench bench;
    private final MediaAsked asked;
    private final List<String> withoutRecord = new ArrayList<>();

    StoredDocuments(Workbench bench) {
        this.bench = bench;
        this.asked = new MediaAsked(bench);
    }

    void judged() {
        asked.whereNamed(
                (cloud, buckets) -> NamedKeys.of(bench, buckets).ifPresent(named -> judge(cloud, buckets, named)));
    }

    private void judge(Cloud cloud, Buckets buckets, NamedKeys named) {
        bench.findings().progress("looking through " + buckets.from() + ", file by file");
        OpenedPdfs pdfs = new OpenedPdfs(bench, buckets);
        try (Bucket from = bench.accounts().from(cloud, buckets)) {
            Told<Long> told = from.each(object -> {
                named.seen(object.key());
                boolean recorded = pdfs.isRecorded(object);
                // a list that was written earlier may lack what has a record now
                if (!named.names(object.key()) && !recorded) {
                    withoutRecord.add(object.key());
                }
                pdfs.open(from, object, recorded);
            });
            asked.answered(
                            told.then(all -> pdfs.readable().then(good -> Told.value(all))),
                            "what " + buckets.from() + " holds")
                    .ifPresent(all -> {
                        documents(buckets, pdfs, all);
                        missing(cloud, buckets, named, pdfs.missing());
                        orphans(buckets, named);
                    });
        }
    }

    private void documents(Buckets buckets, OpenedPdfs pdfs, long all) {
        if (all == 0) {
            bench.findings()
                    .add(Finding.unmet(buckets.from() + " holds no file at all")
                            .expected("the files of the old side")
                            .butWas("an empty list")
                            .lookAt("config/environments, cloud.buckets.from")
                            .toDo("compare the name with BUCKET_NAME of the old settings"));
            return;
        }
        pdfs.judge(all);
    }

    private void missing(Cloud cloud, Buckets buckets, NamedKeys named, Set<String> recorded) {
        Set<String> all = new TreeSet<>(named.left());
        all.addAll(recorded);
        List<String> missing = List.copyOf(all);
        if (missing.isEmpty()) {
            bench.findings().add(Finding.met("in " + buckets.from() + ", looked for by key: " + named.source()));
            return;
        }
        try (Bucket to = bench.accounts().to(cloud, buckets)) {
            Optional<String> there = missing.stream()
                    .filter(key -> to.begins(key, 1).value().isPresent())
                    .findFirst();
            bench.findings()
                    .add(Finding.unmet(missing.size() + " file" + (missing.size() == 1 ? "" : "s")
                                    + " that the database names "
                                    + (missing.size() == 1 ? "is" : "are") + " missing in " + buckets.from())
                            .expected("a file behind each key that the database names")
                            .butWas("missing: " + Many.told(missing, ", ")
                                    + there.map(key -> "; " + key + " is in " + buckets.to())
                                            .orElse("; none of them is in " + buckets.to()))
                            .lookAt(Many.kept(bench.findings(), "missing files", missing))
                            .toDo(
                                    there.isPresent()
                                            ? "sync back from " + buckets.to()
                                                    + " what was written while the new site was"
                                                    + " live, and delete nothing"
                                            : "build these PDFs again from their records"));
        }
    }

    private void orphans(Buckets buckets, NamedKeys named) {
        if (!named.complete()) {
            bench.findings().progress("files without a record are not looked for: cloud.buckets.named is not given");
        } else {
            bench.findings()
                    .add(Finding.met(
                            withoutRecord.isEmpty()
                                    ? "every file of " + buckets.from() + " has a record that names it"
                                    : withoutRecord.size() + " of " + buckets.from()
                                            + " without a record that names it; kept, and listed in "
                                            + Many.kept(bench.findings(), "files without a record", withoutRecord)));
        }
    }
}
