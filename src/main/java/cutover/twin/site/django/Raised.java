package cutover.twin.site.django;

/**
 * An exception as the application's own language would raise it. It ends in a 500 page, a log record and a mail, all of
 * which name the type and show the place.
 */
public final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String place;

    /**
     * @param type dotted name as a traceback shows it, for instance {@code AttributeError}
     * @param place the frame in which it was raised: file, comma, function
     */
    public Raised(String type, String message, String place) {
        super(message);
        this.type = type;
        this.place = place;
    }

    /** A failure that the application itself did not foresee; keeps the cause's own text. */
    public static Raised from(RuntimeException failure) {
        if (failure instanceof Raised) {
            return (Raised) failure;
        }
        StackTraceElement[] trace = failure.getStackTrace();
        String place =
                trace.length == 0 ? "unknown, unknown" : trace[0].getFileName() + ", " + trace[0].getMethodName();
        Raised raised = new Raised(failure.getClass().getName(), String.valueOf(failure.getMessage()), place);
        raised.initCause(failure);
        return raised;
    }

    public String type() {
        return type;
    }

    /** Type without its package, as in the first line of the error mail. */
    public String shortType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The traceback as it is printed, without a line break at its end. */
    public String traceback() {
        int comma = place.lastIndexOf(", ");
        String file = comma < 0 ? place : place.substring(0, comma);
        String function = comma < 0 ? "view" : place.substring(comma + 2);
        return String.join(
                "\n",
                "Traceback (most recent call last):",
                "  File \"/var/task/django/core/handlers/exception.py\", line 41, in inner",
                "    response = get_response(request)",
                "  File \"/var/task/django/core/handlers/base.py\", line 187, in _get_response",
                "    response = self.process_exception_by_middleware(e, request)",
                "  File \"/var/task/django/core/handlers/base.py\", line 185, in _get_response",
                "    response = wrapped_callback(request, *callback_args, **callback_kwargs)",
                "  File \"/var/task/" + file + "\", line 17, in " + function,
                type + ": " + getMessage());
    }
}
