package data;

import common.Many;
import cutover.environment.Records;
import cutover.environment.cloud.DatabasePlace;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.database.Shown;
import cutover.probe.database.StateProbe;
import cutover.probe.pdf.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What each stored PDF must show, as the live database has it now, and which of those seen show it. */
final class RecordedPdfs {

    private static final String SOURCE = "config/applications, records.documents";

    private final Workbench bench;
    private final DatabasePlace place;
    private final Map<String, List<Map<String, String>>> byKey = new LinkedHashMap<>();
    private final List<String> different = new ArrayList<>();
    private final Set<String> unseen;
    private long compared;

    private RecordedPdfs(Workbench bench, DatabasePlace place, List<Shown> rows) {
        this.bench = bench;
        this.place = place;
        rows.stream()
                .filter(row -> !row.texts().isEmpty())
                .forEach(row -> byKey.computeIfAbsent(row.key(), key -> new ArrayList<>())
                        .add(row.texts()));
        this.unseen = new TreeSet<>(byKey.keySet());
    }

    /** Empty where the application's file does not say how to ask; also, with a finding added, when nobody answers. */
    static Optional<RecordedPdfs> of(Workbench bench) {
        Optional<String> query = bench.application().records().flatMap(Records::documents);
        Optional<DatabasePlace> place = bench.environment().database();
        if (query.isEmpty()) {
            bench.findings().progress("PDFs are not compared with their records: " + SOURCE + " is not given");
            return Optional.empty();
        }
        if (place.isEmpty()) {
            new Asking(bench, "database")
                    .notKnown("what stored PDFs must show", "database", "a database whose records PDFs can be held to");
            return Optional.empty();
        }
        return asked(bench, place.get(), query.get());
    }

    private static Optional<RecordedPdfs> asked(Workbench bench, DatabasePlace place, String query) {
        return new StateProbe()
                .shown(bench.accounts().source(place), query)
                .fold(read -> Optional.of(new RecordedPdfs(bench, place, read.rows())), untold -> {
                    bench.findings()
                            .add(Finding.unknown("the database does not tell what stored PDFs must show")
                                    .expected("rows of " + place.told() + ", as " + place.user())
                                    .because(untold.detail())
                                    .lookAt(SOURCE)
                                    .lookAt("config/environments, database")
                                    .toDo("run the query by hand as " + place.user() + "; then run this step again"));
                    return Optional.empty();
                });
    }

    /** Whether a record says what that one must show; asked for each file of the bucket. */
    boolean has(String key) {
        unseen.remove(key);
        return byKey.containsKey(key);
    }

    /** Those that records name and the bucket lacks; none where the query fits nothing, which {@link #judge} tells. */
    Set<String> missing() {
        return fits() ? unseen : Set.of();
    }

    private boolean fits() {
        return unseen.size() < byKey.size();
    }

    void compare(String key, Readable document) {
        compared++;
        TreeSet<String> lacking = new TreeSet<>();
        byKey.getOrDefault(key, List.of())
                .forEach(texts -> texts.forEach((column, text) -> {
                    if (!document.shows(text)) {
                        lacking.add(column);
                    }
                }));
        if (!lacking.isEmpty()) {
            different.add(key + " lacks " + String.join(", ", lacking));
        }
    }

    /**
     * Says what came of it; the texts themselves are nobody's business.
     *
     * @param opened how many PDFs were looked into at all
     */
    void judge(String bucket, long opened) {
        if (!fits() && opened > 0) {
            bench.findings()
                    .add(Finding.unknown("no stored PDF could be held to a record")
                            .expected("records in " + place.told() + " for PDFs of " + bucket)
                            .because("the query gives " + byKey.size()
                                    + " PDFs with something to show, and none of them is in the bucket")
                            .lookAt(SOURCE)
                            .toDo("run the query by hand, and compare its keys with those of the bucket"));
            return;
        }
        bench.findings()
                .add(
                        different.isEmpty()
                                ? Finding.met(compared + " of the " + opened
                                        + " PDFs that were opened show what their records hold in " + place.told()
                                        + "; the others have no record there that tells what they show")
                                : notShown(bucket));
    }

    private Finding notShown(String bucket) {
        boolean one = different.size() == 1;
        return Finding.unmet(different.size() + " stored PDF"
                        + (one ? " does not show what its record holds" : "s do not show what their records hold")
                        + ", in "
                        + bucket)
                .expected("in each PDF the texts of its record in " + place.told())
                .butWas(Many.told(different, "; "))
                .lookAt(Many.kept(bench.findings(), "PDFs that do not show their record", different))
                .lookAt(SOURCE);
    }
}
