package cutover.twin.site.django;

import cutover.twin.web.WebResponse;

/** The framework's own pages for requests that went wrong; the application had none of its own in 2018. */
public final class PlainPages {

    private static final String HTML = "text/html";

    private PlainPages() {}

    public static WebResponse badRequest() {
        return WebResponse.text(400, HTML, "<h1>Bad Request (400)</h1>");
    }

    public static WebResponse forbidden() {
        return WebResponse.text(403, HTML, "<h1>403 Forbidden</h1>");
    }

    /** The refusal of a form whose token or origin is not ours. */
    public static WebResponse csrfFailed(String explanation) {
        return WebResponse.text(403, HTML, """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta http-equiv="content-type" content="text/html; charset=utf-8">
                  <meta name="robots" content="NONE,NOARCHIVE">
                  <title>403 Forbidden</title>
                </head>
                <body>
                <div id="summary">
                  <h1>Forbidden <span>(403)</span></h1>
                  <p>CSRF verification failed. Request aborted.</p>
                  <p>%s</p>
                </div>
                <div id="explanation">
                  <p><small>More information is available with DEBUG=True.</small></p>
                </div>
                </body>
                </html>
                """.formatted(explanation));
    }

    public static WebResponse notFound(String path) {
        return WebResponse.text(
                404,
                HTML,
                "<h1>Not Found</h1><p>The requested URL " + escape(Params.quote(path))
                        + " was not found on this server.</p>");
    }

    public static WebResponse serverError() {
        return WebResponse.text(500, HTML, "<h1>Server Error (500)</h1>");
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
