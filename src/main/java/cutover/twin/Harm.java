package cutover.twin;

import cutover.twin.fault.Fault;
import java.util.Optional;

/** What can happen to a database. It is done to a restored copy by a fault of its own, or to the live one at once. */
public enum Harm {
    /** some applications are not there */
    ROWS_MISSING(Fault.RESTORED_ROWS_MISSING, """
                    delete from intake_application where id in (select a.id from intake_application a where not exists
                     (select 1 from intake_statusupdate u where u.application_id = a.id) and not exists
                     (select 1 from intake_applicationtransfer t where t.new_application_id = a.id) order by a.id limit 3)
                    """),
    /** all that came in of late is not there; by whole days, so that it is the same at every hour */
    TOO_OLD(Fault.RESTORED_TOO_OLD, """
                    set session_replication_role = replica;
                    delete from intake_formsubmission where date_received >
                     date_trunc('day', now() at time zone 'utc') at time zone 'utc' - interval '10 days';
                    delete from intake_application where form_submission_id not in (select id from intake_formsubmission);
                    delete from intake_statusupdate where created >
                     date_trunc('day', now() at time zone 'utc') at time zone 'utc' - interval '10 days'
                     or application_id not in (select id from intake_application);
                    delete from intake_statusnotification where status_update_id not in (select id from intake_statusupdate);
                    delete from intake_applicationtransfer where status_update_id not in (select id from intake_statusupdate);
                    delete from intake_filledpdf where submission_id not in (select id from intake_formsubmission);
                    delete from intake_applicationnote where submission_id not in (select id from intake_formsubmission);
                    delete from taggit_taggeditem where object_id not in (select id from intake_formsubmission)
                    """),
    /** applications point to submissions that are not there */
    REFERENCE_BROKEN(Fault.RESTORED_REFERENCE_BROKEN, """
                    set session_replication_role = replica;
                    update intake_application set form_submission_id = 999999 where id in (7, 8)
                    """),
    /** notes have gone through a wrong encoding */
    TEXT_MANGLED(Fault.RESTORED_TEXT_MANGLED, """
                    update intake_applicationnote set body = convert_from(convert_to(body, 'UTF8'), 'LATIN1')
                    """),
    /** the next id was given away long ago */
    SEQUENCE_BEHIND(Fault.RESTORED_SEQUENCE_BEHIND, """
                    select setval(pg_get_serial_sequence('intake_formsubmission', 'id'), 1, false)
                    """),
    /** applications are there twice */
    ROWS_TWICE(Fault.RESTORED_ROWS_TWICE, """
                    insert into intake_application (organization_id, form_submission_id, has_been_opened,
                     was_transferred_out, created, updated) select organization_id, form_submission_id, has_been_opened,
                     was_transferred_out, created, updated from intake_application where id in (5, 6) order by id
                    """),
    /** a migration has ended in its middle */
    MIGRATION_HALF_DONE(Fault.MIGRATION_HALF_DONE, """
                    delete from django_migrations where name = '0066_purgedapplicationnote';
                    alter table intake_applicationnote add constraint body_is_said check (body <> '') not valid
                    """),
    /** the schema is newer than the code */
    SCHEMA_AHEAD(Fault.SCHEMA_AHEAD, """
                    insert into django_migrations (app, name, applied)
                     values ('intake', '0067_purgedformsubmission_add_applicant_id', now())
                    """),
    /** people have each other's names, and their documents were built anew from that */
    PEOPLE_MIXED_UP(Optional.empty(), """
                    with row as (select id, lead(id) over (order by id) as next, min(id) over () as first
                     from (select distinct submission_id as id from intake_filledpdf) form)
                    update intake_formsubmission person
                     set first_name = other.first_name, last_name = other.last_name, dob = other.dob
                     from row join intake_formsubmission other on other.id = coalesce(row.next, row.first)
                     where person.id = row.id
                    """);

    private final Optional<Fault> inRestored;
    private final String sql;

    Harm(Fault inRestored, String sql) {
        this(Optional.of(inRestored), sql);
    }

    Harm(Optional<Fault> inRestored, String sql) {
        this.inRestored = inRestored;
        this.sql = sql;
    }

    /** The fault that does it to what is restored; none where a restored copy is sound and only other than the live one. */
    Optional<Fault> inRestored() {
        return inRestored;
    }

    /** Whether the application builds its documents anew from what is there then. */
    boolean reachesDocuments() {
        return this == PEOPLE_MIXED_UP;
    }

    String sql() {
        return sql;
    }
}
