package cutover.twin;

import cutover.twin.database.Database;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;

/** What a rollback of the database finds: a restored copy, and people who came after the snapshot was taken. */
record Restoration(Database database, World world, Faults faults, String password, Clock clock) {

    void refresh() {
        database.auditor(password, faults.on(Side.NEW, Fault.AUDITOR_MAY_WRITE));
        if (faults.on(Side.NEW, Fault.LIVE_SCHEMA_AHEAD)) {
            run(database.source(), Harm.SCHEMA_AHEAD.sql());
        }
        if (!world.is(Deed.COPY_RESTORED)) {
            return;
        }
        someCameLater();
        copy();
    }

    /** What a snapshot from before the switch gives, beside the live database. */
    void copy() {
        if (faults.on(Side.NEW, Fault.RESTORED_COPY_MISSING)) {
            database.dropRestored();
            return;
        }
        database.restore();
        for (Harm harm : Harm.values()) {
            if (harm.inRestored().filter(fault -> faults.on(Side.NEW, fault)).isPresent()) {
                run(database.restored(), harm.sql());
            }
        }
    }

    /** That happens to the live database. */
    void befalls(Harm harm) {
        run(database.source(), harm.sql());
    }

    /** Two people, once. */
    void someCameLater() {
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
