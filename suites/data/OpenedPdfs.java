package data;

import common.Many;
import cutover.environment.cloud.Buckets;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.pdf.NotPdf;
import cutover.probe.pdf.PdfProbe;
import cutover.probe.pdf.Readable;
import cutover.provider.Told;
import cutover.provider.aws.Bucket;
import cutover.provider.aws.Stored;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The PDFs of a bucket, opened one by one: each is a PDF, and shows what its record holds where that is known. */
final class OpenedPdfs {

    private static final String BEGINNING = "%PDF-";

    private static final int MANY = 500;

    /** A PDF that is larger is not held here. */
    private static final long MOST = 64L << 20;

    private final Workbench bench;
    private final Buckets buckets;
    private final Optional<RecordedPdfs> records;
    private final List<String> broken = new ArrayList<>();
    private final List<String> tooLarge = new ArrayList<>();
    private long opened;
    private Told<Boolean> readable = Told.value(true);

    OpenedPdfs(Workbench bench, Buckets buckets) {
        this.bench = bench;
        this.buckets = buckets;
        this.records = RecordedPdfs.of(bench);
    }

    /** Whether a record names it; asked for each file. */
    boolean isRecorded(Stored object) {
        return records.filter(known -> known.has(object.key())).isPresent();
    }

    /** Those that records name and that are not among the files. */
    Set<String> missing() {
        return records.map(RecordedPdfs::missing).orElse(Set.of());
    }

    /** An empty one need not be opened; after the first that can't be read the others are spared. */
    void open(Bucket bucket, Stored object, boolean recorded) {
        if (!object.key().endsWith(".pdf") || readable.value().isEmpty()) {
            return;
        }
        boolean recent = buckets.brokenSince()
                .filter(since -> object.changed().isBefore(since))
                .isEmpty();
        if (object.size() == 0) {
            broken.add(object.key() + " (empty)");
        } else if (recent) {
            opened++;
            if (opened % MANY == 0) {
                bench.findings().progress(opened + " PDFs opened, the last of them " + object.key());
            }
            boolean whole = recorded && fits(object);
            readable = bucket.begins(object.key(), whole ? (int) object.size() : BEGINNING.length())
                    .then(beginning -> {
                        look(object.key(), beginning.bytes(), whole);
                        return Told.value(true);
                    });
        }
    }

    private boolean fits(Stored object) {
        if (object.size() > MOST) {
            tooLarge.add(object.key());
        }
        return object.size() <= MOST;
    }

    private void look(String key, byte[] bytes, boolean whole) {
        String text = new String(bytes, 0, Math.min(bytes.length, BEGINNING.length()), StandardCharsets.ISO_8859_1);
        if (!text.equals(BEGINNING)) {
            broken.add(key + " (begins with " + text.replaceAll("\\p{Cntrl}", "?") + ")");
        } else if (whole) {
            new PdfProbe().read(bytes).fold(document -> compared(key, document), not -> broken.add(told(key, not)));
        }
    }

    private boolean compared(String key, Readable document) {
        records.orElseThrow().compare(key, document);
        return true;
    }

    private static String told(String key, NotPdf not) {
        return key + " (" + not.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + not.detail() + ")";
    }

    /** Refused or silent when one of them could not be read. */
    Told<Boolean> readable() {
        return readable;
    }

    void judge(long all) {
        bench.findings()
                .expect(
                        broken.isEmpty(),
                        "none of " + all + " files of " + buckets.from() + " is an empty PDF, and the " + opened
                                + " PDFs that were opened"
                                + buckets.brokenSince()
                                        .map(since -> ", those written since " + since + ",")
                                        .orElse("")
                                + " begin as PDFs"
                                + (records.isPresent()
                                        ? ""
                                        : "; that each shows what its record holds is for people to compare"),
                        Finding.unmet(broken.size() + " stored PDF"
                                        + (broken.size() == 1 ? " is not a whole PDF" : "s are not whole PDFs")
                                        + ", in " + buckets.from())
                                .expected("whole PDFs")
                                .butWas(Many.told(broken, ", "))
                                .lookAt(Many.kept(bench.findings(), "stored PDFs that are none", broken)));
        records.ifPresent(known -> known.judge(buckets.from(), opened));
        if (!tooLarge.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("PDFs are too large to be held to their records here")
                            .expected("PDFs of at most " + (MOST >> 20) + " MB")
                            .because(Many.told(tooLarge, ", "))
                            .lookAt(Many.kept(bench.findings(), "PDFs that are too large", tooLarge))
                            .toDo("open these by hand, and compare them with their records"));
        }
    }
}
