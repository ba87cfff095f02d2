package cutover.twin;

import cutover.twin.database.Database;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** What a rollback of the database finds: a restored copy, and people who came after the snapshot was taken. */
record Restoration(Database database, World world, Faults faults, String password, Clock clock) {

    private static final Map<Fault, String> HARM = Map.of(
            Fault.RESTORED_ROWS_MISSING, """
                    delete from intake_application where id in (select a.id from intake_application a where not exists
                     (select 1 from intake_statusupdate u where u.application_id = a.id) and not exists
                     (select 1 from intake_applicationtransfer t where t.new_application_id = a.id) order by a.id limit 3)
                    """,
            Fault.RESTORED_TOO_OLD, """
                    set session_replication_role = replica;
                    delete from intake_formsubmission where date_received > now() - interval '10 days';
                    delete from intake_application where form_submission_id not in (select id from intake_formsubmission);
                    delete from intake_statusupdate where created > now() - interval '10 days'
                     or application_id not in (select id from intake_application);
                    delete from intake_statusnotification where status_update_id not in (select id from intake_statusupdate);
                    delete from intake_applicationtransfer where status_update_id not in (select id from intake_statusupdate);
                    delete from intake_filledpdf where submission_id not in (select id from intake_formsubmission);
                    delete from intake_applicationnote where submission_id not in (select id from intake_formsubmission);
                    delete from taggit_taggeditem where object_id not in (select id from intake_formsubmission)
                    """,
            Fault.RESTORED_REFERENCE_BROKEN, """
                    set session_replication_role = replica;
                    update intake_application set form_submission_id = 999999 where id in (7, 8)
                    """,
            Fault.RESTORED_TEXT_MANGLED, """
                    update intake_applicationnote set body = convert_from(convert_to(body, 'UTF8'), 'LATIN1')
                    """,
            Fault.RESTORED_SEQUENCE_BEHIND, """
                    select setval(pg_get_serial_sequence('intake_formsubmission', 'id'), 1, false)
                    """,
            Fault.RESTORED_ROWS_TWICE, """
                    insert into intake_application (organization_id, form_submission_id, has_been_opened,
                     was_transferred_out, created, updated) select organization_id, form_submission_id, has_been_opened,
                     was_transferred_out, created, updated from intake_application where id in (5, 6) order by id
                    """,
            Fault.MIGRATION_HALF_DONE, """
                    delete from django_migrations where name = '0066_purgedapplicationnote';
                    alter table intake_applicationnote add constraint body_is_said check (body <> '') not valid
                    """,
            Fault.SCHEMA_AHEAD, """
                    insert into django_migrations (app, name, applied)
                     values ('intake', '0067_purgedformsubmission_add_applicant_id', now())
                    """);

    void refresh() {
        database.auditor(password, faults.on(Side.NEW, Fault.AUDITOR_MAY_WRITE));
        if (faults.on(Side.NEW, Fault.LIVE_SCHEMA_AHEAD)) {
            run(database.source(), HARM.get(Fault.SCHEMA_AHEAD));
        }
        if (!world.is(Deed.COPY_RESTORED)) {
            return;
        }
        someCameLater();
        if (faults.on(Side.NEW, Fault.RESTORED_COPY_MISSING)) {
            database.dropRestored();
            return;
        }
        database.restore();
        HARM.forEach((fault, sql) -> {
            if (faults.on(Side.NEW, fault)) {
                run(database.restored(), sql);
            }
        });
    }

    /** Two people, once. */
    private void someCameLater() {
        String now = "timestamptz '" + clock.instant() + "'";
        run(database.source(), """
                with late as (insert into intake_formsubmission (answers, first_name, middle_name, last_name, dob, ssn,
                 email, phone_number, old_uuid, anonymous_name, date_received) select answers, first_name, middle_name,
                 last_name, dob, ssn, email, phone_number, 'late' || n, 'Late Otter ' || n, NOW
                 from intake_formsubmission cross join generate_series(1, 2) n
                 where id = (select max(id) from intake_formsubmission)
                 and not exists (select 1 from intake_formsubmission where old_uuid = 'late1') returning id)
                insert into intake_application (organization_id, form_submission_id, has_been_opened,
                 was_transferred_out, created, updated) select a.organization_id, late.id, false, false, NOW, NOW
                 from late cross join (select organization_id from intake_application order by form_submission_id desc
                 limit 1) a
                """.replace("NOW", now));
    }

    private static void run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public String toString() {
        return "Restoration";
    }
}
