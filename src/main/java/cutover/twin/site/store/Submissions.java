package cutover.twin.site.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Submissions, newest first. */
public final class Submissions {

    static final String COLUMNS = "s.id as s_id, s.old_uuid as s_uuid, s.date_received as s_received,"
            + " s.first_name as s_first, s.middle_name as s_middle, s.last_name as s_last, s.dob as s_dob,"
            + " s.ssn as s_ssn, s.email as s_email, s.phone_number as s_phone, s.answers as s_answers";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final String NOT_LISTED =
            " where exists (select 1 from intake_application a join user_accounts_organization o"
                    + " on o.id = a.organization_id where a.form_submission_id = s.id and o.slug = 'cfa')";

    private final Db db;

    public Submissions(Db db) {
        this.db = db;
    }

    public Optional<Submission> byId(long id) {
        return db.one("select " + COLUMNS + " from intake_formsubmission s where s.id = ?", Submissions::read, id);
    }

    public Optional<Long> byUuid(String uuid) {
        return db.one("select id from intake_formsubmission where old_uuid = ?", row -> row.getLong(1), uuid);
    }

    public List<Submission> page(boolean notListed, int skip, int limit) {
        return db.list(
                "select " + COLUMNS + " from intake_formsubmission s" + (notListed ? NOT_LISTED : "")
                        + " order by s.date_received desc, s.id desc offset ? limit ?",
                Submissions::read,
                skip,
                limit);
    }

    public int count(boolean notListed) {
        return (int) db.number("select count(*) from intake_formsubmission s" + (notListed ? NOT_LISTED : ""));
    }

    /** Submissions whose name contains the text; for the search boxes. */
    public List<Submission> named(String text, Optional<Long> organization) {
        return db.list(
                "select " + COLUMNS + " from intake_formsubmission s where position(lower(?) in"
                        + " lower(s.first_name || ' ' || s.last_name)) > 0 and (?::bigint is null or exists (select 1 from"
                        + " intake_application a where a.form_submission_id = s.id and a.organization_id = ?::bigint))"
                        + " order by s.date_received desc limit 20",
                Submissions::read,
                text,
                organization.orElse(null),
                organization.orElse(null));
    }

    static Submission read(ResultSet row) throws SQLException {
        return new Submission(
                row.getLong("s_id"),
                row.getString("s_uuid"),
                row.getTimestamp("s_received").toInstant(),
                row.getString("s_first"),
                row.getString("s_middle"),
                row.getString("s_last"),
                row.getDate("s_dob").toLocalDate(),
                row.getString("s_ssn"),
                row.getString("s_email"),
                row.getString("s_phone"),
                answers(row.getString("s_answers")));
    }

    private static Map<String, String> answers(String json) {
        try {
            return JSON.readValue(json, ANSWERS);
        } catch (JsonProcessingException malformed) {
            throw new DatabaseFailure("answers are not JSON", malformed);
        }
    }
}
