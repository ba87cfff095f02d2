package cutover.twin.site.store;

import java.time.Instant;

/** The audit trail of changes and sign-ins. */
public final class Audit {

    private final Db db;

    public Audit(Db db) {
        this.db = db;
    }

    /** A row was changed. */
    public void changed(String model, long objectId, Long userId, Instant now) {
        db.update(
                "insert into easyaudit_crudevent (event_type, object_id, model, user_id, datetime) values (2, ?, ?, ?, ?)",
                Long.toString(objectId),
                model,
                userId,
                now);
    }

    /**
     * Somebody signed in or out or failed to.
     *
     * @param type 0 in, 1 out, 2 failed
     */
    public void signIn(int type, String username, String address, Instant now) {
        db.update(
                "insert into easyaudit_loginevent (login_type, username, remote_ip, datetime) values (?, ?, ?, ?)",
                type,
                username,
                address,
                now);
    }
}
