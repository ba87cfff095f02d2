package cutover.twin.front;

import cutover.twin.web.WebResponse;

/** The platform that forwards a name, as one knows it by its answers. */
interface Forwarder {

    /** Whether it was told to forward this host; false for a stranger's name that somebody points to it. */
    boolean knows(String host);

    WebResponse redirect(int status, String location);

    /** Its answer of that status with a page of its user's. */
    WebResponse page(int status, String html);

    /** Its own answer when there is nothing under that host. */
    WebResponse absent(String host);

    /** Its own answer when there is nothing at that path. */
    WebResponse notFound(Incoming request);

    /** Its own answer to a method that it doesn't take; a redirect where it takes all. */
    WebResponse posted(Incoming request, int status, String location);
}
