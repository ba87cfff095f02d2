package cutover.twin.site.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Stored documents: rows that name a key, and the objects behind the keys. */
public final class Media {

    private final Db db;

    public Media(Db db) {
        this.db = db;
    }

    /** Key of the filled form of a submission. */
    public Optional<String> filled(long submission) {
        return db.one(
                "select pdf from intake_filledpdf where submission_id = ? order by id desc limit 1",
                row -> row.getString(1),
                submission);
    }

    public Optional<byte[]> object(String key) {
        return db.one("select content from media_object where key = ?", row -> row.getBytes(1), key);
    }

    /** All that rows name: key and content, in the order of the keys. */
    public Map<String, byte[]> named() {
        Map<String, byte[]> all = new TreeMap<>();
        db.list(
                "select key, content from media_object where key in (select pdf from intake_filledpdf"
                        + " union select pdf from intake_prebuiltpdfbundle)",
                row -> all.put(row.getString(1), row.getBytes(2)));
        return all;
    }

    /** Keys of all filled forms, each with the submission that it is of. */
    public Map<String, Long> forms() {
        Map<String, Long> all = new TreeMap<>();
        db.list("select pdf, submission_id from intake_filledpdf", row -> all.put(row.getString(1), row.getLong(2)));
        return all;
    }

    public void addFilled(long submission, byte[] content, Instant now) {
        String key = "filled_pdfs/filled_%04d-%06d.pdf".formatted(1, submission);
        put(key, content);
        db.update(
                "insert into intake_filledpdf (pdf, submission_id, original_pdf_id, created) values (?, ?,"
                        + " (select min(id) from intake_fillablepdf), ?)",
                key,
                submission,
                now);
    }

    /** Key of the organisation's ready bundle of exactly these submissions. */
    public Optional<String> prebuilt(long organization, List<Long> submissions) {
        return db.one(
                "select pdf from intake_prebuiltpdfbundle where organization_id = ? and submission_ids = ?::bigint[]"
                        + " order by id desc limit 1",
                row -> row.getString(1),
                organization,
                submissions.stream().sorted().toList());
    }

    public void addPrebuilt(Organization organization, List<Long> submissions, byte[] content, Instant now) {
        String name = "prebuilt_newapps_pdfs/" + organization.slug() + "_newapps_" + stamp(now);
        long same = db.number("select count(*) from media_object where starts_with(key, ?)", name);
        String key = name + (same == 0 ? "" : "_" + same) + ".pdf";
        put(key, content);
        db.update(
                "insert into intake_prebuiltpdfbundle (pdf, organization_id, submission_ids, created)"
                        + " values (?, ?, ?::bigint[], ?)",
                key,
                organization.id(),
                submissions.stream().sorted().toList(),
                now);
    }

    /** Id of the organisation's bundle of exactly these submissions, made when there is none. */
    public long bundle(Organization organization, List<Long> submissions, Instant now) {
        List<Long> sorted = submissions.stream().sorted().toList();
        return db.one(
                        "select id from intake_applicationbundle where organization_id = ? and submission_ids = ?::bigint[]",
                        row -> row.getLong(1),
                        organization.id(),
                        sorted)
                .orElseGet(() -> db.number(
                        "insert into intake_applicationbundle (organization_id, submission_ids, created)"
                                + " values (?, ?::bigint[], ?) returning id",
                        organization.id(),
                        sorted,
                        now));
    }

    /** Submissions of a bundle of that organisation. */
    public Optional<List<Long>> bundled(long organization, long bundle) {
        return db.one(
                "select submission_ids from intake_applicationbundle where id = ? and organization_id = ?",
                row -> List.of((Long[]) row.getArray(1).getArray()),
                bundle,
                organization);
    }

    private void put(String key, byte[] content) {
        db.update(
                "insert into media_object (key, content) values (?, ?)"
                        + " on conflict (key) do update set content = excluded.content",
                key,
                content);
    }

    private static String stamp(Instant now) {
        return now.toString().substring(0, 16).replace('T', '_');
    }
}
