package cutover.twin.internet;

/** What a vendor's machine sees of the web. Called on the vendor's own threads; never throws for what a host did. */
@FunctionalInterface
public interface Internet {

    /** Sends one request, follows nothing, repeats nothing. */
    Came fetch(Asked asked);
}
