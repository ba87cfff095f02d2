package cutover.twin;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Forwarding;
import cutover.twin.front.Front;
import cutover.twin.front.Hosts;
import cutover.twin.front.RedirectFront;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The names that only send their visitors on, and what is wrong with that. */
final class MovedNames {

    private static final String NEW = "https://" + Hosts.NEW;
    private static final String OLD = "https://" + Hosts.OLD;

    private static final String YEAR = "max-age=31536000";

    private final Faults faults;
    private final Ids ids;
    private final Front oldApp;

    /** @param oldApp still asked where only the front page has moved */
    MovedNames(Faults faults, Ids ids, Front oldApp) {
        this.faults = faults;
        this.ids = ids;
        this.oldApp = oldApp;
    }

    /** A front for each address at which nobody but a redirect answers. */
    Map<PublicAddress, Front> fronts() {
        return Map.of(
                PublicAddress.APEX, RedirectFront.edge(Hosts.APEX, () -> broken(Forwarding.to(NEW)), ids),
                PublicAddress.FORWARD, RedirectFront.edge(Hosts.OLD, () -> broken(Forwarding.to(NEW)), ids),
                PublicAddress.BACK, RedirectFront.edge(Hosts.NEW, () -> broken(Forwarding.to(OLD)), ids));
    }

    private Forwarding broken(Forwarding right) {
        Forwarding now = right;
        for (Map.Entry<Fault, UnaryOperator<Forwarding>> wrong : wrongs().entrySet()) {
            now = faults.on(Side.NEW, wrong.getKey()) ? wrong.getValue().apply(now) : now;
        }
        return now;
    }

    private Map<Fault, UnaryOperator<Forwarding>> wrongs() {
        return Map.ofEntries(
                Map.entry(Fault.REDIRECT_DROPS_PATH, Forwarding::withoutPath),
                Map.entry(Fault.REDIRECT_DROPS_QUERY, right -> right.with(Forwarding.Query.DROPPED)),
                Map.entry(Fault.REDIRECT_ESCAPES_TWICE, right -> right.with(Forwarding.Query.ESCAPED_TWICE)),
                Map.entry(Fault.REDIRECT_PERMANENT, right -> right.by(301)),
                Map.entry(Fault.REDIRECT_CACHED, right -> right.with("Cache-Control", YEAR)),
                Map.entry(Fault.REDIRECT_STRICT, right -> right.with("Strict-Transport-Security", YEAR)),
                Map.entry(Fault.REDIRECT_LOOP, right -> right.by(Forwarding.Form.LOOP)),
                Map.entry(Fault.BUCKET_MISSING, Forwarding::missing),
                Map.entry(Fault.REDIRECT_SHOWS_GATEWAY, right -> right.elsewhere("https://" + Hosts.GATEWAY)),
                Map.entry(Fault.ONLY_ROOT_REDIRECTS, Forwarding::frontPageOnly),
                Map.entry(Fault.OLD_APP_BEHIND_ROOT, right -> right.frontPageOnly(oldApp)),
                Map.entry(Fault.REDIRECT_BY_REFRESH, right -> right.by(Forwarding.Form.META_REFRESH)),
                Map.entry(Fault.REDIRECT_BY_FRAME, right -> right.by(Forwarding.Form.FRAME)),
                Map.entry(Fault.REDIRECT_SETS_COOKIE, right -> right.with("Set-Cookie", "seen=1; Path=/")),
                Map.entry(Fault.REDIRECT_SWALLOWS_POSTS, right -> right.with(Forwarding.Posts.SWALLOWED)),
                Map.entry(Fault.POST_BECOMES_GET, right -> right.with(Forwarding.Posts.FORWARDED)),
                Map.entry(
                        Fault.REDIRECT_TO_PLAIN_HTTP,
                        right -> right.elsewhere(right.target().replace("https:", "http:"))));
    }
}
