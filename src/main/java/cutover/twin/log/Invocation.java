package cutover.twin.log;

import java.time.Instant;

/**
 * One run of the function in one of its containers.
 *
 * @param id the request id that stands in each of its records
 * @param stream the container's log stream
 */
public record Invocation(String id, String stream, Instant started) {}
