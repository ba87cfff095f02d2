package cutover.twin.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.site.store.Db;
import cutover.twin.site.store.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Writes submissions, applications and status updates. */
final class SeedSubmissions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Db db;
    private final Map<String, Long> organizations;
    private final Instant now;

    SeedSubmissions(Db db, Map<String, Long> organizations, Instant now) {
        this.db = db;
        this.organizations = organizations;
        this.now = now;
    }

    void submission(Submission person) {
        long id = db.number(
                "insert into intake_formsubmission (answers, first_name, middle_name, last_name, dob, ssn, email,"
                        + " phone_number, old_uuid, anonymous_name, date_received)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                json(person.answers()),
                person.firstName(),
                person.middleName(),
                person.lastName(),
                person.birthDate(),
                person.ssn(),
                person.email(),
                person.phone(),
                person.uuid(),
                "Quiet Otter " + person.id(),
                person.received());
        if (id != person.id()) {
            throw new IllegalStateException("the seed wants an empty database; submission got id " + id);
        }
    }

    long application(Submission person, String slug, boolean opened) {
        return db.number(
                "insert into intake_application (organization_id, form_submission_id, has_been_opened,"
                        + " was_transferred_out, created, updated) values (?, ?, ?, false, ?, ?) returning id",
                organizations.get(slug),
                person.id(),
                opened,
                person.received(),
                person.received());
    }

    long update(Submission person, long application, String status) {
        Instant wished = person.received().plus(Duration.ofDays(5));
        Instant at = wished.isBefore(now) ? wished : now.minus(Duration.ofHours(1));
        long update = db.number(
                "insert into intake_statusupdate (status_type_id, application_id, author, next_steps,"
                        + " additional_information, created, updated)"
                        + " select id, ?, 'Rehearsal orguser', 'attend court', 'Please bring this letter.', ?, ?"
                        + " from intake_statustype where slug = ? returning id",
                application,
                at,
                at,
                status);
        db.update(
                "insert into intake_statusnotification (status_update_id, contact_info, base_message, sent_message)"
                        + " values (?, ?, 'We have news for you.', 'We have news for you.')",
                update,
                person.email());
        return update;
    }

    /** The first organisation hands the application to its partner. */
    void transfer(Submission person, String from, String to) {
        long old = application(person, from, true);
        long update = update(person, old, "transferred");
        db.update("update intake_application set was_transferred_out = true where id = ?", old);
        db.update(
                "insert into intake_applicationtransfer (status_update_id, new_application_id, reason)"
                        + " values (?, ?, 'Lives in Berkeley')",
                update,
                application(person, to, false));
    }

    void note(Submission person, String text) {
        db.update(
                "insert into intake_applicationnote (submission_id, user_id, body, created)"
                        + " select ?, min(id), ?, ? from auth_user where is_staff",
                person.id(),
                text,
                now.minus(Duration.ofHours(2)));
    }

    void tag(Submission person, String name) {
        db.update("insert into taggit_tag (name, slug) values (?, ?) on conflict (name) do nothing", name, name);
        db.update(
                "insert into taggit_taggeditem (object_id, tag_id) select ?, id from taggit_tag where name = ?",
                person.id(),
                name);
    }

    private static String json(Map<String, String> answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("answers are plain texts", impossible);
        }
    }
}
