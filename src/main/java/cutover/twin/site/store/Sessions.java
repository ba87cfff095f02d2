package cutover.twin.site.store;

import java.time.Instant;
import java.util.Optional;

/** Rows of {@code django_session}; the data is opaque here. */
public final class Sessions {

    private final Db db;

    public Sessions(Db db) {
        this.db = db;
    }

    public Optional<String> data(String key, Instant now) {
        return db.one(
                "select session_data from django_session where session_key = ? and expire_date > ?",
                row -> row.getString(1),
                key,
                now);
    }

    public void save(String key, String data, Instant expires) {
        db.update(
                "insert into django_session (session_key, session_data, expire_date) values (?, ?, ?)"
                        + " on conflict (session_key) do update set session_data = excluded.session_data,"
                        + " expire_date = excluded.expire_date",
                key,
                data,
                expires);
    }

    public void delete(String key) {
        db.update("delete from django_session where session_key = ?", key);
    }
}
