package cutover.twin.web;

/** Where the application's logging ends; the platform decides on shape and place. */
public interface LogSink {

    /**
     * A record of a logger.
     *
     * @param level {@code DEBUG}, {@code INFO}, {@code WARNING} or {@code ERROR}
     * @param requestId the invocation that wrote it
     * @param message may have several lines
     */
    void record(String level, String requestId, String message);

    /** A bare line on standard output. */
    void line(String requestId, String text);
}
