package cutover.twin.twilio;

import cutover.twin.web.WebResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form with which a call is ordered. */
final class Ordered {

    private static final Pattern E_164 = Pattern.compile("\\+[1-9]\\d{7,14}");

    private Ordered() {}

    static Order order(Form form) {
        return new Order(
                form.get("Twiml").orElse(""), hook(form, "Url", "Method"), hook(form, "FallbackUrl", "FallbackMethod"));
    }

    static Hook hook(Form form, String url, String method) {
        return new Hook(form.get(url).orElse(""), form.get(method).orElse("POST"));
    }

    /** What the vendor has against it; nothing when it will do. */
    static Optional<WebResponse> refusal(Form form, Book book) {
        return Stream.of(to(form), from(form, book), instructions(form), methods(form))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<WebResponse> to(Form form) {
        String to = form.get("To").orElse("");
        if (to.isEmpty()) {
            return refused(21201, "No 'To' number is specified");
        }
        return E_164.matcher(to).matches() ? Optional.empty() : refused(21211, "Invalid 'To' Phone Number: " + to);
    }

    private static Optional<WebResponse> from(Form form, Book book) {
        String from = form.get("From").orElse("");
        if (from.isEmpty()) {
            return refused(21213, "A 'From' phone number is required");
        }
        if (!E_164.matcher(from).matches()) {
            return refused(21212, "Invalid 'From' Phone Number: " + from);
        }
        return book.line(from).isPresent()
                ? Optional.empty()
                : refused(21210, "'From' phone number not verified: " + from);
    }

    private static Optional<WebResponse> instructions(Form form) {
        String url = form.get("Url").orElse("");
        boolean told = !form.get("Twiml").orElse("").isEmpty() || Hook.post(url).callable();
        return told ? Optional.empty() : refused(21205, "Url is not a valid URL: '" + url + "'");
    }

    private static Optional<WebResponse> methods(Form form) {
        return Stream.of("Method", "FallbackMethod", "StatusCallbackMethod")
                .flatMap(name -> form.get(name).stream())
                .filter(value -> !Set.of("GET", "POST").contains(value))
                .map(value -> Answer.badRequest(21200, "Invalid method: " + value))
                .findFirst();
    }

    private static Optional<WebResponse> refused(int code, String message) {
        return Optional.of(Answer.badRequest(code, message));
    }
}
