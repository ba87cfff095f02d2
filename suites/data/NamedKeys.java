package data;

import cutover.environment.cloud.Buckets;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files that the database needs, struck off as they are seen. */
final class NamedKeys {

    private final Set<String> all;
    private final Set<String> left;
    private final String source;
    private final boolean complete;

    private NamedKeys(Set<String> all, String source, boolean complete) {
        this.all = all;
        this.left = new TreeSet<>(all);
        this.source = source;
        this.complete = complete;
    }

    /** Those of the list that the environment names, else the one known; empty, with a finding added, without a good list. */
    static Optional<NamedKeys> of(Workbench bench, Buckets buckets) {
        return buckets.named()
                .map(list -> listed(bench, list))
                .orElseGet(() -> Optional.of(new NamedKeys(
                        Set.of(buckets.known()),
                        "the one known file only: cloud.buckets.named, the keys that the database names, is not given",
                        false)));
    }

    private static Optional<NamedKeys> listed(Workbench bench, Path list) {
        try {
            Set<String> keys = new TreeSet<>(Files.readAllLines(list));
            keys.remove("");
            if (keys.isEmpty()) {
                bench.findings().add(untold("the list of files that the database names is empty: " + list));
                return Optional.empty();
            }
            return Optional.of(new NamedKeys(
                    keys,
                    "all " + keys.size() + " files that the database named at "
                            + Files.getLastModifiedTime(list).toInstant().truncatedTo(ChronoUnit.SECONDS),
                    true));
        } catch (IOException e) {
            bench.findings().add(untold("the list of files that the database names can't be read: " + e));
            return Optional.empty();
        }
    }

    private static Finding untold(String why) {
        return Finding.unknown("which files the database names is not told")
                .expected("a key on each line of the file that cloud.buckets.named names")
                .because(why)
                .lookAt("config/environments, cloud.buckets.named")
                .toDo("write the list anew: psql -Atc 'select pdf from intake_filledpdf union select pdf from"
                        + " intake_prebuiltpdfbundle'");
    }

    /** Whether the database names it, where that is known. */
    boolean names(String key) {
        return all.contains(key);
    }

    void seen(String key) {
        left.remove(key);
    }

    /** Those that nobody has seen. */
    List<String> left() {
        return new ArrayList<>(left);
    }

    /** Whether all names are known, so that a file without a name is one. */
    boolean complete() {
        return complete;
    }

    /** What was looked for, and as of when. */
    String source() {
        return source;
    }
}
