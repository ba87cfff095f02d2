package cutover.twin.site.store;

import java.util.List;
import java.util.Optional;

/** Organisations and the counties that they serve. */
public final class Organizations {

    private final Db db;

    public Organizations(Db db) {
        this.db = db;
    }

    /** Those that receive applications, by name. */
    public List<Organization> receiving() {
        return db.list(
                "select " + Organization.COLUMNS
                        + " from user_accounts_organization o where o.is_receiving_agency order by o.name",
                Organization::read);
    }

    public Optional<Organization> bySlug(String slug) {
        return db.one(
                "select " + Organization.COLUMNS + " from user_accounts_organization o where o.slug = ?",
                Organization::read,
                slug);
    }

    /** Names of the counties that can be chosen. */
    public List<String> counties() {
        return db.list(
                "select name from intake_county where slug <> 'not_listed' order by name", row -> row.getString(1));
    }
}
