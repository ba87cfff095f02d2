package cutover.twin.site.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of {@code intake_application} with what belongs to them. */
public final class Referrals {

    private static final String LATEST = " left join lateral (select u.application_id as u_application,"
            + " t.slug as u_slug, t.display_name as u_name, u.next_steps as u_steps,"
            + " u.additional_information as u_note, u.author as u_author, u.updated as u_updated"
            + " from intake_statusupdate u join intake_statustype t on t.id = u.status_type_id"
            + " where u.application_id = a.id order by u.updated desc, u.id desc limit 1) latest on true";
    private static final String SELECT = "select a.id as a_id, a.has_been_opened as a_opened,"
            + " a.was_transferred_out as a_out, exists(select 1 from intake_applicationtransfer x"
            + " where x.new_application_id = a.id) as a_in, latest.*, "
            + Organization.COLUMNS
            + ", "
            + Submissions.COLUMNS
            + " from intake_application a join intake_formsubmission s on s.id = a.form_submission_id"
            + " join user_accounts_organization o on o.id = a.organization_id"
            + LATEST;

    private final Db db;

    public Referrals(Db db) {
        this.db = db;
    }

    /** One page of a folder; of all organisations when none is given. */
    public List<Referral> page(Optional<Long> organization, Folder folder, int skip, int limit) {
        return db.list(
                SELECT + where(folder) + " order by s.date_received desc, s.id desc, a.id offset ? limit ?",
                Referrals::read,
                organization.orElse(null),
                organization.orElse(null),
                skip,
                limit);
    }

    public int count(Optional<Long> organization, Folder folder) {
        return (int) db.number(
                "select count(*) from intake_application a" + where(folder),
                organization.orElse(null),
                organization.orElse(null));
    }

    /** Ids of the submissions in a folder, newest first. */
    public List<Long> ids(long organization, Folder folder) {
        return db.list(
                "select s.id from intake_application a join intake_formsubmission s on s.id = a.form_submission_id"
                        + where(folder) + " order by s.date_received desc, s.id desc",
                row -> row.getLong(1),
                organization,
                organization);
    }

    /** All applications of these submissions. */
    public List<Referral> of(List<Long> submissions) {
        return db.list(SELECT + " where s.id = any(?) order by s.id, a.id", Referrals::read, submissions);
    }

    /** Status updates of an application, newest first. */
    public List<StatusUpdate> history(long application) {
        return db.list(
                "select u.application_id as u_application, t.slug as u_slug, t.display_name as u_name,"
                        + " u.next_steps as u_steps, u.additional_information as u_note, u.author as u_author,"
                        + " u.updated as u_updated from intake_statusupdate u join intake_statustype t"
                        + " on t.id = u.status_type_id where u.application_id = ? order by u.updated desc, u.id desc",
                Referrals::update,
                application);
    }

    /** Marks as read; {@code true} when it was unread. */
    public boolean open(long application, Instant now) {
        boolean first =
                db.number("select count(*) from intake_application where id = ? and not has_been_opened", application)
                        > 0;
        db.update("update intake_application set has_been_opened = true, updated = ? where id = ?", now, application);
        return first;
    }

    /** An application that nobody has read; of an organisation with a PDF form before all others. */
    public Optional<Long> someUnread() {
        return db.one(
                "select a.id from intake_application a where not a.has_been_opened order by exists (select 1 from"
                        + " intake_fillablepdf f where f.organization_id = a.organization_id) desc, a.id limit 1",
                row -> row.getLong(1));
    }

    private static String where(Folder folder) {
        return " where (?::bigint is null or a.organization_id = ?::bigint) " + folder.condition();
    }

    private static Referral read(ResultSet row) throws SQLException {
        return new Referral(
                row.getLong("a_id"),
                Organization.read(row),
                Submissions.read(row),
                row.getBoolean("a_opened"),
                row.getBoolean("a_out"),
                row.getBoolean("a_in"),
                row.getString("u_slug") == null ? Optional.empty() : Optional.of(update(row)));
    }

    private static StatusUpdate update(ResultSet row) throws SQLException {
        return new StatusUpdate(
                row.getLong("u_application"),
                row.getString("u_slug"),
                row.getString("u_name"),
                row.getString("u_steps"),
                row.getString("u_note"),
                row.getString("u_author"),
                row.getTimestamp("u_updated").toInstant());
    }
}
