package cutover.twin.front;

import cutover.twin.clockwork.Ids;
import cutover.twin.web.WebResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A name that has moved: sends its visitors on. Path and query go along as they came over the wire, no escape is undone
 * or added.
 */
public final class RedirectFront implements Front {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Forwarder forwarder;
    private final Supplier<Forwarding> forwarding;

    private RedirectFront(Forwarder forwarder, Supplier<Forwarding> forwarding) {
        this.forwarder = forwarder;
        this.forwarding = forwarding;
    }

    /**
     * A redirect bucket at the object store's website endpoint; belongs behind a plain http door, as the endpoint has no
     * TLS. Requests for any host but the bucket's name get "no such bucket".
     *
     * @param forwarding asked anew for each request
     */
    public static RedirectFront bucket(String bucket, Supplier<Forwarding> forwarding, Ids ids) {
        return new RedirectFront(new BucketWebsite(bucket, ids), forwarding);
    }

    /** The same bucket behind the edge network, which has TLS and takes any host that reaches it. */
    public static RedirectFront edge(String bucket, Supplier<Forwarding> forwarding, Ids ids) {
        return new RedirectFront(new BucketAtTheEdge(new BucketWebsite(bucket, ids), ids), forwarding);
    }

    /** The registrar's URL forwarding of that name; belongs behind a plain http door. */
    public static RedirectFront registrar(String name, Supplier<Forwarding> forwarding) {
        return new RedirectFront(new RegistrarForward(name), forwarding);
    }

    @Override
    public Reply answer(Incoming request) {
        Forwarding now = forwarding.get();
        String host = request.host().replaceFirst(":\\d+$", "");
        if (!now.set() || !forwarder.knows(host)) {
            return Reply.now(forwarder.absent(host));
        }
        if (!now.covers(request)) {
            return now.others().map(front -> front.answer(request)).orElseGet(() -> Reply.now(missed(now, request)));
        }
        return Reply.now(with(now, READING.contains(request.method()) ? sentOn(now, request) : posted(now, request)));
    }

    private WebResponse missed(Forwarding now, Incoming request) {
        return with(now, forwarder.notFound(request));
    }

    private WebResponse posted(Forwarding now, Incoming request) {
        return switch (now.posts()) {
            case AS_USUAL -> forwarder.posted(request, now.status(), now.location(request));
            case FORWARDED -> forwarder.redirect(now.status(), now.location(request));
            case SWALLOWED -> forwarder.page(200, "<html><body>OK</body></html>\n");
        };
    }

    private WebResponse sentOn(Forwarding now, Incoming request) {
        String location = now.location(request);
        return switch (now.form()) {
            case REDIRECT, LOOP -> forwarder.redirect(now.status(), location);
            case META_REFRESH -> forwarder.page(200, refresh(Escapes.attribute(location)));
            case FRAME -> forwarder.page(200, frame(Escapes.attribute(location)));
        };
    }

    private static String refresh(String location) {
        return "<html><head><meta http-equiv=\"refresh\" content=\"0; url=" + location + "\"></head>"
                + "<body><a href=\"" + location + "\">Moved</a></body></html>\n";
    }

    private static String frame(String location) {
        return "<html><head><title></title></head><frameset rows=\"100%\"><frame src=\"" + location
                + "\"></frameset></html>\n";
    }

    private static WebResponse with(Forwarding now, WebResponse answer) {
        WebResponse more = answer;
        for (Map.Entry<String, String> header : now.headers()) {
            more = more.with(header.getKey(), header.getValue());
        }
        return more;
    }
}
