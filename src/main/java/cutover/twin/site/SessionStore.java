package cutover.twin.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.fault.Fault;
import cutover.twin.site.django.Cookies;
import cutover.twin.site.django.Raised;
import cutover.twin.site.django.Signer;
import cutover.twin.site.django.Tokens;
import cutover.twin.site.store.Db;
import cutover.twin.site.store.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Sessions in the database, signed with the secret key: a side with another key starts them anew. */
final class SessionStore {

    static final String COOKIE = "sessionid";
    private static final String EXPIRY = "_session_expiry";
    private static final long TWO_WEEKS = 1_209_600;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final Signer signer;
    private final Tokens tokens;
    private final Clock clock;
    private final Switches faults;

    SessionStore(Signer signer, Tokens tokens, Clock clock, Switches faults) {
        this.signer = signer;
        this.tokens = tokens;
        this.clock = clock;
        this.faults = faults;
    }

    /** Asks the database only when the browser brought a cookie. */
    Session open(Db db, Optional<String> cookie) {
        if (cookie.isEmpty()) {
            return new Session("", Map.of(), false);
        }
        return new Sessions(db)
                .data(cookie.get(), clock.instant())
                .flatMap(data -> signer.read("session", data))
                .map(json -> new Session(cookie.get(), read(json), true))
                .orElseGet(this::unknown);
    }

    /** Whoever brings a session of another application starts anew. */
    private Session unknown() {
        if (faults.on(Fault.FOREIGN_SESSION_FAILS)) {
            throw new Raised(
                    "django.core.signing.BadSignature", "Signature does not match", "django/core/signing.py, unsign");
        }
        return new Session("", Map.of(), true);
    }

    /** A session that lives as long as the browser, or for two weeks. */
    void remember(Session session, boolean twoWeeks) {
        session.put(EXPIRY, twoWeeks ? TWO_WEEKS : 0);
    }

    /** A session from earlier, of that visitor. */
    void keep(Db db, String key, long visitor) {
        Session session = new Session(key, Map.of(), true);
        session.put("visitor_id", visitor);
        save(db, session);
    }

    void flush(Db db, Session session) {
        delete(db, session.flush());
    }

    void cycle(Db db, Session session) {
        delete(db, session.cycle());
    }

    /** Saves what changed; the {@code Set-Cookie} value, when one is due. */
    Optional<String> save(Db db, Session session) {
        if (session.isEmpty()) {
            return session.cookieGiven() ? Optional.of(Cookies.delete(COOKIE)) : Optional.empty();
        }
        if (!session.modified()) {
            return Optional.empty();
        }
        if (session.key().isEmpty()) {
            session.named(tokens.sessionKey());
        }
        Instant now = clock.instant();
        long chosen = session.number(EXPIRY).orElse(TWO_WEEKS);
        new Sessions(db)
                .save(
                        session.key(),
                        signer.sign("session", write(session)),
                        now.plusSeconds(chosen == 0 ? TWO_WEEKS : chosen));
        long age = chosen > 0 && faults.on(Fault.SESSION_TOO_SHORT) ? 3600 : chosen;
        boolean guarded = !faults.on(Fault.COOKIES_NOT_SECURE);
        return Optional.of(Cookies.set(COOKIE, session.key(), age == 0 ? -1 : age, now, guarded, guarded));
    }

    private static void delete(Db db, String key) {
        if (!key.isEmpty()) {
            new Sessions(db).delete(key);
        }
    }

    private static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, DATA);
        } catch (JsonProcessingException notOurs) {
            return Map.of();
        }
    }

    private static String write(Session session) {
        try {
            return JSON.writeValueAsString(session.data());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("session data are plain values", impossible);
        }
    }
}
