package cutover.twin.web;

/** The application behind a front end. Never throws: what goes wrong inside is a 500 of its own. */
@FunctionalInterface
public interface Application {

    WebResponse answer(WebRequest request);
}
