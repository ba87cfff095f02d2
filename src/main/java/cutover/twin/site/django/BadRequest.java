package cutover.twin.site.django;

import java.util.Optional;

/** A request that the framework refuses by itself, with a 400. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Raised raised;

    private BadRequest(String message, Raised raised) {
        super(message);
        this.raised = raised;
    }

    /** More form data than the settings allow. */
    static BadRequest tooMuchData() {
        Raised raised = new Raised(
                "django.core.exceptions.RequestDataTooBig",
                "Request body exceeded settings.DATA_UPLOAD_MAX_MEMORY_SIZE.",
                "django/http/request.py, body");
        return new BadRequest(raised.getMessage(), raised);
    }

    /** A multipart form that is none. */
    static BadRequest unparsable() {
        return new BadRequest("Unable to parse request body", null);
    }

    /** What is reported to the people who run the application; empty when it is only worth a warning. */
    public Optional<Raised> raised() {
        return Optional.ofNullable(raised);
    }
}
