package cutover.twin.site;

import cutover.twin.site.django.Forms;
import cutover.twin.site.django.Params;
import cutover.twin.site.store.Db;
import cutover.twin.site.store.User;
import cutover.twin.site.store.Users;
import cutover.twin.web.WebRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request on its way through the application, with what it has brought and what it leaves. For one thread. */
final class Visit implements AutoCloseable {

    private final WebRequest request;
    private final Map<String, String> cookies;
    private final Db db;
    private final Flash flash;
    private final Csrf csrf;
    private final Params query;
    private Params form;
    private int mostFormBytes = Forms.MOST_BYTES;
    private Session session;
    private Optional<User> user;
    private List<String> parts = List.of();

    Visit(WebRequest request, Map<String, String> cookies, Db db, Flash flash, Csrf csrf) {
        this.request = request;
        this.cookies = Map.copyOf(cookies);
        this.db = db;
        this.flash = flash;
        this.csrf = csrf;
        this.query = Params.parse(request.query());
        this.session = new Session("", Map.of(), false);
    }

    WebRequest request() {
        return request;
    }

    String id() {
        return request.requestId();
    }

    Map<String, String> cookies() {
        return cookies;
    }

    Db db() {
        return db;
    }

    Flash flash() {
        return flash;
    }

    Csrf csrf() {
        return csrf;
    }

    Session session() {
        return session;
    }

    void session(Session loaded) {
        session = loaded;
        user = null;
    }

    /** Who is signed in; asks the database once. */
    Optional<User> user() {
        if (user == null) {
            user = session.number("_auth_user_id").flatMap(id -> new Users(db).byId(id));
        }
        return user;
    }

    /** The signed-in user where the address is only open to such. */
    User signedIn() {
        return user().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** Who is signed in changed. */
    void forgetUser() {
        user = null;
    }

    Params query() {
        return query;
    }

    /**
     * Fields of a posted form; empty for bodies of other types.
     *
     * @throws cutover.twin.site.django.BadRequest the first time, when the form is too big or can't be read; from then
     *     on the form is empty
     */
    Params form() {
        if (form == null) {
            form = Params.parse("");
            form = Forms.of(request, mostFormBytes);
        }
        return form;
    }

    /** Takes forms of any size from now on. */
    void takeAnyForm() {
        mostFormBytes = Integer.MAX_VALUE;
    }

    /** A variable part of the address. */
    String part(int index) {
        return parts.get(index);
    }

    long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException tooLong) {
            return -1;
        }
    }

    /** How many variable parts the address has. */
    int parts() {
        return parts.size();
    }

    void parts(List<String> found) {
        parts = List.copyOf(found);
    }

    /** Path as the visitor sees it, with the stage. */
    String fullPath() {
        return request.stage() + request.path();
    }

    /** Path and query as the visitor sees them. */
    String fullAddress() {
        return Params.quote(fullPath()) + (request.query().isEmpty() ? "" : "?" + request.query());
    }

    /** A page's address below the stage. */
    String url(String path) {
        return request.stage() + path;
    }

    /** Whether the address is of the health pages, to which the visitor count does not apply. */
    boolean isHealth() {
        return fullPath().startsWith("/health");
    }

    @Override
    public void close() {
        db.close();
    }
}
