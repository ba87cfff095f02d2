package cutover.twin.front;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a name forwards to, and what is wrong with it; immutable. {@link #to(String)} is the one with nothing wrong.
 *
 * @param target scheme, host and, where it is not the usual one, port; for instance {@code https://www.example.org}
 * @param status 301, 302, 303, 307 or 308; used by {@link Form#REDIRECT} only
 * @param path false when every address leads to the front page
 * @param reach which addresses are forwarded
 * @param others who answers at those that are not; the forwarder itself, with 404, when empty
 * @param set false when nobody has set the forwarding up: no such bucket, no such record
 * @param headers besides those of the forwarder, in the order sent
 */
public record Forwarding(
        String target,
        int status,
        Form form,
        boolean path,
        Query query,
        Reach reach,
        Optional<Front> others,
        Posts posts,
        boolean set,
        List<Map.Entry<String, String>> headers) {

    /** By which means the visitor is sent on. */
    public enum Form {
        /** By status and Location. */
        REDIRECT,
        /** By a page that says so to the browser, with 200. */
        META_REFRESH,
        /** Not at all: the target is shown in a frame below the old address, with 200. */
        FRAME,
        /** By a Location that is the address itself. */
        LOOP
    }

    /** What becomes of the query. */
    public enum Query {
        /** As it came, byte for byte. */
        KEPT,
        DROPPED,
        /** Taken for plain text and escaped once more: {@code %2F} becomes {@code %252F}, a comma {@code %2C}. */
        ESCAPED_TWICE
    }

    /** Which addresses are forwarded. */
    public enum Reach {
        ALL,
        FRONT_PAGE
    }

    /** What becomes of requests that are neither GET nor HEAD. */
    public enum Posts {
        /** The bucket refuses with 405, the edge with 403; the registrar forwards. */
        AS_USUAL,
        FORWARDED,
        /** 200, as if somebody had taken it. */
        SWALLOWED
    }

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final int FOUND = 302;

    public Forwarding {
        URI uri = URI.create(target);
        boolean origin = uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
        if (!origin || !target.matches("https?://.*")) {
            throw new IllegalArgumentException("a forwarding's target is a scheme and a host, not " + target);
        }
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException("no status of a redirect: " + status);
        }
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(others, "others");
        Objects.requireNonNull(posts, "posts");
        headers = List.copyOf(headers);
    }

    /** Everything goes there by 302, path and query kept. */
    public static Forwarding to(String target) {
        return new Forwarding(
                target,
                FOUND,
                Form.REDIRECT,
                true,
                Query.KEPT,
                Reach.ALL,
                Optional.empty(),
                Posts.AS_USUAL,
                true,
                List.of());
    }

    /** To another origin, the rest as it is. */
    public Forwarding elsewhere(String origin) {
        return new Forwarding(origin, status, form, path, query, reach, others, posts, set, headers);
    }

    public Forwarding by(int redirect) {
        return new Forwarding(target, redirect, form, path, query, reach, others, posts, set, headers);
    }

    public Forwarding by(Form means) {
        return new Forwarding(target, status, means, path, query, reach, others, posts, set, headers);
    }

    public Forwarding withoutPath() {
        return new Forwarding(target, status, form, false, query, reach, others, posts, set, headers);
    }

    public Forwarding with(Query treatment) {
        return new Forwarding(target, status, form, path, treatment, reach, others, posts, set, headers);
    }

    /** Only {@code /} is forwarded; all else is 404. */
    public Forwarding frontPageOnly() {
        return new Forwarding(
                target, status, form, path, query, Reach.FRONT_PAGE, Optional.empty(), posts, set, headers);
    }

    /** Only {@code /} is forwarded; all else is still answered by that front. */
    public Forwarding frontPageOnly(Front rest) {
        return new Forwarding(
                target, status, form, path, query, Reach.FRONT_PAGE, Optional.of(rest), posts, set, headers);
    }

    public Forwarding with(Posts treatment) {
        return new Forwarding(target, status, form, path, query, reach, others, treatment, set, headers);
    }

    /** Nobody has set it up, or somebody has deleted it. */
    public Forwarding missing() {
        return new Forwarding(target, status, form, path, query, reach, others, posts, false, headers);
    }

    /** One header more, for instance {@code Cache-Control}, {@code Strict-Transport-Security} or {@code Set-Cookie}. */
    public Forwarding with(String header, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(header, value));
        return new Forwarding(target, status, form, path, query, reach, others, posts, set, more);
    }

    boolean covers(Incoming request) {
        return reach == Reach.ALL || request.rawPath().equals("/");
    }

    /** The address to which the request is sent on. */
    String location(Incoming request) {
        if (form == Form.LOOP) {
            return (request.secure() ? "https://" : "http://") + request.host() + request.target();
        }
        return target + (path ? request.rawPath() : "/") + queryOf(request);
    }

    private String queryOf(Incoming request) {
        if (request.query().isEmpty() || query == Query.DROPPED) {
            return "";
        }
        return "?" + (query == Query.KEPT ? request.query() : Escapes.again(request.query()));
    }
}
