package cutover.twin;

import cutover.twin.database.Database;
import cutover.twin.site.People;
import cutover.twin.site.Seed;
import cutover.twin.site.SeedFacts;
import cutover.twin.site.pdf.CaseForm;
import cutover.twin.site.store.Db;
import cutover.twin.site.store.Media;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Organizations;
import cutover.twin.site.store.Submissions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The database with its seed, and what is known about the seed.
 *
 * @param documents the files that the database names: key and content
 * @param publicLists what lists on public pages hold: path of the page and texts of the entries
 */
record Stock(Database database, SeedFacts facts, Map<String, byte[]> documents, Map<String, List<String>> publicLists)
        implements AutoCloseable {

    /** Rows of these tables are the application's own data; sessions, visitors and audits are traces of visits. */
    private static final List<String> CONTENT = List.of(
            "intake_formsubmission",
            "intake_application",
            "intake_statusupdate",
            "intake_statusnotification",
            "intake_applicationtransfer",
            "intake_filledpdf",
            "intake_prebuiltpdfbundle",
            "intake_applicationbundle",
            "intake_applicationnote",
            "taggit_taggeditem",
            "user_accounts_userprofile",
            "user_accounts_organization");

    /** Starts and fills the database. */
    static Stock start(Path folder, People people, Clock clock) {
        Database database = Database.start(folder);
        SeedFacts facts = Seed.into(database.template(), people, clock);
        Map<String, byte[]> documents = documents(database);
        Map<String, List<String>> publicLists = publicLists(database);
        database.ready();
        return new Stock(database, facts, documents, publicLists);
    }

    private static Map<String, byte[]> documents(Database database) {
        try (Db db = new Db(database.template()::getConnection)) {
            return new Media(db).named();
        }
    }

    private static Map<String, List<String>> publicLists(Database database) {
        try (Db db = new Db(database.template()::getConnection)) {
            Organizations all = new Organizations(db);
            return Map.of(
                    "/partners/",
                    all.receiving().stream().map(Organization::name).toList(),
                    "/apply/",
                    all.counties().stream().map(county -> county + " County").toList());
        }
    }

    /** The filled forms as the application would build them from its records as they are now: key and content. */
    Map<String, byte[]> builtAnew() {
        Map<String, byte[]> built = new TreeMap<>();
        CaseForm form = new CaseForm();
        try (Db db = new Db(database.source()::getConnection)) {
            Submissions people = new Submissions(db);
            new Media(db)
                    .forms()
                    .forEach((key, submission) ->
                            people.byId(submission).ifPresent(person -> built.put(key, form.filled(List.of(person)))));
        }
        return built;
    }

    /** What an environment file may ask of the seed. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(SeedValues.of(facts));
        // a file that environments share asks for these two by the name of a variable
        values.put("CUTOVER_LEGACY_KEYS", facts.oldUuid() + "|" + facts.oldUuid());
        values.put("CUTOVER_LEGACY_IDS", facts.pdf().id() + "%2C" + facts.pdf().id());
        values.put("twin.known.key", keyOf(facts.pdf().id()));
        values.put("twin.postgres.port", Integer.toString(database.port()));
        return values;
    }

    /** Where the filled form of that submission is stored. */
    String keyOf(long submission) {
        String ending = "-%06d.pdf".formatted(submission);
        return documents.keySet().stream()
                .filter(key -> key.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    Counters counters() {
        return new Counters(
                database.number("SELECT count(*) FROM intake_application WHERE has_been_opened"),
                database.number("SELECT count(*) FROM intake_visitor"),
                database.number("SELECT count(*) FROM django_session"),
                database.number("SELECT (SELECT count(*) FROM easyaudit_crudevent)"
                        + " + (SELECT count(*) FROM easyaudit_loginevent)"),
                database.text(CONTENT.stream()
                        .map(table -> "(SELECT coalesce(md5(string_agg(row::text, '|' ORDER BY id)), '') FROM " + table
                                + " row)")
                        .collect(Collectors.joining(" || ", "SELECT md5(", ")"))));
    }

    @Override
    public void close() {
        database.close();
    }
}
