package cutover.twin.site.store;

import java.time.Instant;
import java.util.Optional;

/** Rows of {@code intake_visitor}: one for each browser that came without a session. */
public final class Visitors {

    private final Db db;

    public Visitors(Db db) {
        this.db = db;
    }

    public long add(String uuid, Instant now, String source, String referrer, String address, String agent) {
        return db.number(
                "insert into intake_visitor (uuid, first_visit, source, referrer, ip_address, user_agent, locale)"
                        + " values (?, ?, ?, ?, ?, ?, 'en') returning id",
                uuid,
                now,
                source,
                referrer,
                address,
                agent);
    }

    public Optional<String> uuid(long id) {
        return db.one("select uuid from intake_visitor where id = ?", row -> row.getString(1), id);
    }
}
