package cutover.twin.front;

import cutover.twin.web.WebResponse;

/** The gateway's own answers. */
final class Json {

    private Json() {}

    static WebResponse forbidden() {
        return message(403, "{\"message\":\"Forbidden\"}", "ForbiddenException");
    }

    static WebResponse missingToken() {
        return message(403, "{\"message\":\"Missing Authentication Token\"}", "MissingAuthenticationTokenException");
    }

    static WebResponse tooLong() {
        return message(413, "{\"message\":\"Request Too Long\"}", "RequestTooLargeException");
    }

    static WebResponse functionFailed() {
        return message(502, "{\"message\": \"Internal server error\"}", "InternalServerErrorException");
    }

    static WebResponse timedOut() {
        return message(504, "{\"message\": \"Endpoint request timed out\"}", "InternalServerErrorException");
    }

    /** What the function's wrapper answers when a response can't be put into JSON. */
    static WebResponse notDecoded() {
        return WebResponse.text(
                500,
                "application/json",
                "{\"message\": \"An uncaught exception happened while servicing this request. You can investigate"
                        + " this with the `zappa tail` command.\", \"traceback\": [\"UnicodeDecodeError: 'utf-8' codec"
                        + " can't decode byte 0xe2 in position 10: invalid continuation byte\\n\"]}");
    }

    private static WebResponse message(int status, String body, String type) {
        return WebResponse.text(status, "application/json", body).with("x-amzn-ErrorType", type);
    }
}
