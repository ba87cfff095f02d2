package cutover.twin.site.django;

import cutover.twin.web.WebRequest;

/** Reads the form in a request's body, as the framework does: by its content type, and not more than is allowed. */
public final class Forms {

    /** The framework's own limit for a form without its files. */
    public static final int MOST_BYTES = 2_621_440;

    private Forms() {}

    /**
     * The fields, without files; none for a body that is not a form.
     *
     * @param mostBytes above which the request is refused
     * @throws BadRequest when the form is larger, or multipart without being it
     * @throws Raised when the body is not as long as its sender said
     */
    public static Params of(WebRequest request, int mostBytes) {
        String type = request.header("Content-Type").orElse("");
        if (type.startsWith("multipart/form-data")) {
            return new Multipart(request, type).fields(mostBytes);
        }
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return Params.parse("");
        }
        if (request.body().length > mostBytes) {
            throw BadRequest.tooMuchData();
        }
        return Params.parse(request.text());
    }
}
