package cutover.twin.front;

import cutover.twin.web.WebResponse;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The old platform's router before an application, under its platform name or one of its own domains. */
public final class HerokuRouter implements Front {

    /** What the router finds behind a name. */
    public enum App {
        /** The application is asked. */
        RUNNING,
        /** Scaled to nothing: H14. */
        NO_PROCESSES,
        /** Maintenance mode: H80. */
        MAINTENANCE,
        /** The application, or this domain of it, was deleted; nobody's log says anything. */
        NO_SUCH_APP
    }

    /** The router has two generations, known by the Server header of its own pages. */
    public enum Generation {
        LEGACY("Cowboy"),
        SECOND("Heroku");

        private final String server;

        Generation(String server) {
            this.server = server;
        }
    }

    // what a person reads, "There's nothing here, yet.", is in the framed page and not in the router's answer
    private static final String PAGE = """
            <!DOCTYPE html>
            \t<html>
            \t  <head>
            \t\t<meta name="viewport" content="width=device-width, initial-scale=1">
            \t\t<meta charset="utf-8">
            \t\t<title>%s</title>
            \t\t<style media="screen">
            \t\t  html,body,iframe {
            \t\t\tmargin: 0;
            \t\t\tpadding: 0;
            \t\t  }
            \t\t  html,body {
            \t\t\theight: 100%%;
            \t\t\toverflow: hidden;
            \t\t  }
            \t\t  iframe {
            \t\t\twidth: 100%%;
            \t\t\theight: 100%%;
            \t\t\tborder: 0;
            \t\t  }
            \t\t</style>
            \t  </head>
            \t  <body>
            \t\t<iframe src="//www.herokucdn.com/error-pages/%s.html"></iframe>
            \t  </body>
            \t</html>""";

    private final Front application;
    private final Supplier<App> app;
    private final Generation generation;
    private final Consumer<String> log;

    /**
     * @param application asked while it is running
     * @param app asked anew for each request
     * @param log takes the router's lines, without time and source
     */
    public HerokuRouter(Front application, Supplier<App> app, Generation generation, Consumer<String> log) {
        this.application = application;
        this.app = app;
        this.generation = generation;
        this.log = log;
    }

    @Override
    public Reply answer(Incoming request) {
        return switch (app.get()) {
            case RUNNING -> application.answer(request);
            case NO_PROCESSES ->
                unavailable(
                        request,
                        "at=error code=H14 desc=\"No web processes running\"",
                        "Application Error",
                        "application-error");
            case MAINTENANCE ->
                unavailable(
                        request,
                        "at=info code=H80 desc=\"Maintenance mode\"",
                        "Offline for Maintenance",
                        "maintenance-mode");
            case NO_SUCH_APP -> Reply.now(page(404, "No such app", "no-such-app"));
        };
    }

    private Reply unavailable(Incoming request, String why, String title, String framed) {
        log.accept(String.format(
                Locale.ROOT,
                "%s method=%s path=\"%s\" host=%s fwd=\"%s\" dyno= connect= service= status=503 bytes= protocol=%s",
                why,
                request.method(),
                request.target(),
                request.host(),
                request.peer(),
                request.secure() ? "https" : "http"));
        return Reply.now(page(503, title, framed));
    }

    private WebResponse page(int status, String title, String framed) {
        return WebResponse.text(status, "text/html; charset=utf-8", String.format(PAGE, title, framed))
                .with("Server", generation.server)
                .with("Connection", "keep-alive")
                .with("Cache-Control", "no-cache, no-store");
    }
}
