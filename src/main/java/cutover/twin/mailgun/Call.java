package cutover.twin.mailgun;

import cutover.twin.front.Incoming;
import java.util.List;

/**
 * One call of the API.
 *
 * @param names what stood in the path for its placeholders
 * @param base address of the API as the client knows it, without a slash at the end
 */
record Call(List<String> names, Form query, Form form, String base, String accept) {

    Call {
        names = List.copyOf(names);
    }

    static Call of(Incoming request, List<String> names) {
        return new Call(
                names,
                Form.encoded(request.query()),
                Form.body(request),
                (request.secure() ? "https://" : "http://") + request.host(),
                request.header("Accept").orElse(""));
    }

    String name(int index) {
        return names.get(index);
    }
}
