package cutover.twin.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;

/** What the platform answers when the application's own error handling failed. */
final class RawFailure {

    private RawFailure() {}

    static WebResponse of(Side side, Exception failure) {
        return side == Side.NEW ? gateway(failure) : worker();
    }

    private static WebResponse gateway(Exception failure) {
        String text = "{'message': 'An uncaught exception happened while servicing this request. You can investigate"
                + " this with the `zappa tail` command.', 'traceback': ['Traceback (most recent call last):\\n',"
                + " '  File \"/var/task/handler.py\", line 450, in handler\\n', '"
                + String.valueOf(failure.getMessage()).replace("'", "") + "\\n']}";
        return WebResponse.text(500, "application/json", quoted(text));
    }

    private static String quoted(String text) {
        try {
            return new ObjectMapper().writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a text can always be written as JSON", impossible);
        }
    }

    private static WebResponse worker() {
        return WebResponse.text(500, "text/html", """
                <html>
                  <head>
                    <title>Internal Server Error</title>
                  </head>
                  <body>
                    <h1><p>Internal Server Error</p></h1>
                  </body>
                </html>
                """);
    }
}
