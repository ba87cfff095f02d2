package cutover.twin.web;

import java.util.function.Consumer;

/** Asynchronous work: on the new platform another invocation, on the old one a worker. */
@FunctionalInterface
public interface Tasks {

    /**
     * Hands work over and returns at once.
     *
     * @param name the task's full name, for instance {@code intake.tasks.debug_task}
     * @param requestId the invocation that hands it over
     * @param work receives the id of the invocation in which it runs
     */
    void later(String name, String requestId, Consumer<String> work);
}
