package cutover.environment;

import cutover.config.Doc;
import cutover.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the application's debug task is started from outside. */
public sealed interface TaskStart {

    /** A management command through the Lambda {@code Invoke} API, as {@code zappa manage} sends it. */
    record Lambda(
            String function,
            @Doc("management command that starts the task") String manage,
            String region,

            @Doc("another address of the API; leave it out for AWS")
            Optional<URI> endpoint,

            Optional<Secret> accessKeyId,
            Optional<Secret> secretAccessKey)
            implements TaskStart {}

    /** A program of this machine; run without a shell, the first item is the program. */
    record Command(@Doc("program and arguments") List<String> command) implements TaskStart {}
}
