package cutover.twin.site;

import cutover.twin.site.store.Db;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Organisations, counties, kinds of status: what the application's own fixtures hold. */
final class SeedOrganizations {

    static final String EMPTY = "marin_pubdef";
    static final String BIG = "cc_pubdef";
    static final String FILLABLE = "sf_pubdef";
    static final String TEAM = "cfa";

    private static final List<String> LINES = List.of(
            "cfa|Code for America|",
            "a_pubdef|Alameda County Public Defender's Office|Alameda",
            "cc_pubdef|Contra Costa Public Defender|Contra Costa",
            "ebclc|East Bay Community Law Center|Alameda",
            "fresno_pubdef|Fresno County Public Defender|Fresno",
            "marin_pubdef|Marin County Public Defender|Marin",
            "monterey_pubdef|Monterey County Public Defender|Monterey",
            "san_diego_pubdef|San Diego County Public Defender|San Diego",
            "san_joaquin_pubdef|San Joaquin County Public Defender|San Joaquin",
            "santa_barbara_pubdef|Santa Barbara County Public Defender|Santa Barbara",
            "santa_clara_pubdef|Santa Clara County Public Defender|Santa Clara",
            "santa_cruz_pubdef|Santa Cruz County Public Defender|Santa Cruz",
            "sf_pubdef|San Francisco Public Defender|San Francisco",
            "solano_pubdef|Solano County Public Defender|Solano",
            "sonoma_pubdef|Sonoma County Public Defender|Sonoma",
            "stanislaus_pubdef|Stanislaus County Public Defender|Stanislaus",
            "tulare_pubdef|Tulare County Public Defender|Tulare",
            "ventura_pubdef|Ventura County Public Defender|Ventura",
            "yolo_pubdef|Yolo County Public Defender|Yolo");
    private static final List<String> STATUS_TYPES = List.of(
            "eligible|Eligible",
            "not-eligible|Not Eligible",
            "granted|Granted",
            "denied|Denied",
            "court-date|Court Date",
            "in-review|In Review",
            "no-convictions|No Convictions",
            "transferred|Transferred",
            "cant-proceed|Can't Proceed",
            "cp-probation|Can't Proceed: Probation",
            "cp-fees|Can't Proceed: Fees",
            "cp-need-info|Can't Proceed: Need Information",
            "cp-not-eligible|Can't Proceed: Not Eligible",
            "cp-other|Can't Proceed: Other");
    private static final List<String> NEXT_STEPS =
            List.of("attend-court", "pay-fees", "wait", "call-us", "send-rap", "write-statement", "other");

    private SeedOrganizations() {}

    /** Returns the id of each slug. */
    static Map<String, Long> into(Db db) {
        Map<String, Long> ids = new TreeMap<>();
        for (String line : LINES) {
            String[] parts = line.split("\\|", -1);
            ids.put(parts[0], organization(db, parts[0], parts[1], parts[2]));
            if (!parts[2].isEmpty()) {
                db.update(
                        "insert into intake_county (slug, name) values (?, ?) on conflict (slug) do nothing",
                        parts[2].toLowerCase(java.util.Locale.ROOT).replace(' ', '_'),
                        parts[2]);
            }
        }
        db.update("insert into intake_county (slug, name) values ('not_listed', 'Not listed')");
        STATUS_TYPES.stream()
                .map(line -> line.split("\\|"))
                .forEach(parts -> db.update(
                        "insert into intake_statustype (slug, display_name) values (?, ?)", parts[0], parts[1]));
        NEXT_STEPS.forEach(slug -> db.update(
                "insert into intake_nextstep (slug, display_name) values (?, ?)", slug, slug.replace('-', ' ')));
        db.update("insert into django_site (domain, name) values ('example.com', 'example.com')");
        db.update(
                "insert into intake_fillablepdf (name, pdf, translator, organization_id) values"
                        + " ('San Francisco Clean Slate', 'pdfs/CleanSlateSinglePage.pdf',"
                        + " 'intake.translators.clean_slate.translator', ?)",
                ids.get(FILLABLE));
        return ids;
    }

    private static long organization(Db db, String slug, String name, String county) {
        boolean receiving = !slug.equals(TEAM);
        boolean transfers = slug.equals("a_pubdef") || slug.equals("ebclc");
        boolean followups = slug.equals(FILLABLE) || slug.equals("ebclc");
        return db.number(
                "insert into user_accounts_organization (slug, name, county, is_live, is_receiving_agency,"
                        + " is_accepting_applications, is_checking_notifications, show_pdf_only,"
                        + " can_transfer_applications, requires_declaration_letter, needs_applicant_followups)"
                        + " values (?, ?, ?, true, ?, ?, ?, ?, ?, false, ?) returning id",
                slug,
                name,
                county,
                receiving,
                receiving,
                receiving,
                slug.equals(FILLABLE),
                transfers,
                followups);
    }
}
