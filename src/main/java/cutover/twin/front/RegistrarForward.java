package cutover.twin.front;

import cutover.twin.web.WebResponse;
import java.util.Map;

/** The registrar's URL forwarding: plain http only; it takes every method. */
record RegistrarForward(String name) implements Forwarder {

    private static final Map<Integer, String> PHRASES = Map.of(
            301, "Moved Permanently",
            302, "Found",
            303, "See Other",
            307, "Temporary Redirect",
            308, "Permanent Redirect");

    @Override
    public boolean knows(String host) {
        return host.equalsIgnoreCase(name);
    }

    @Override
    public WebResponse redirect(int status, String location) {
        return page(status, "<a href='" + Escapes.attribute(location) + "'>" + PHRASES.get(status) + "</a>.\n\n")
                .with("Location", location);
    }

    @Override
    public WebResponse page(int status, String html) {
        return WebResponse.text(status, "text/html; charset=utf-8", html)
                .with("Server", "nginx")
                .with("Connection", "keep-alive")
                .with("X-Served-By", "Namecheap URL Forward");
    }

    @Override
    public WebResponse absent(String host) {
        return page(404, "404 page not found\n");
    }

    @Override
    public WebResponse notFound(Incoming request) {
        return absent(name);
    }

    @Override
    public WebResponse posted(Incoming request, int status, String location) {
        return redirect(status, location);
    }
}
