package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import cutover.twin.front.Incoming;

/**
 * A request to the API.
 *
 * @param query of the address
 * @param form of the body
 */
record ApiCall(String method, String path, Form query, Form form) {

    static ApiCall of(Incoming request) {
        return new ApiCall(
                request.method(),
                request.path(),
                Form.read(request.query()),
                Form.read(new String(request.body(), UTF_8)));
    }

    boolean get() {
        return method.equals("GET");
    }

    boolean post() {
        return method.equals("POST");
    }

    boolean delete() {
        return method.equals("DELETE");
    }
}
