package cutover.config;

/** Ends the look at a text before its nesting becomes the stack's trouble. */
final class TooDeep extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
