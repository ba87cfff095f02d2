package cutover.twin.site;

/** A view found nothing at the address: 404. */
final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing() {
        super("no such thing");
    }
}
