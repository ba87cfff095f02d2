package cutover.twin.aws;

/** A management command of the application. */
@FunctionalInterface
public interface Command {

    /** @param requestId the invocation in which it runs */
    void run(String requestId);
}
