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
            @Doc("the function's name") String function,
            @Doc("management command that starts the task") String manage,
            @Doc("for instance us-east-1") String region,

            @Doc("another address of the API; leave it out for AWS")
            Optional<URI> endpoint,

            @Doc("NAME of the secret; with none of the two, the machine's own AWS credentials serve")
            Optional<Secret> accessKeyId,

            @Doc("NAME of the secret") Optional<Secret> secretAccessKey)
            implements TaskStart {}

    /** A command in a process of its own at Heroku, as {@code heroku run:detached} starts one. */
    record Heroku(
            @Doc("the application's name there") String app,

            @Doc("command that starts the task, as in a shell of the application")
            String run,

            @Doc("NAME of the secret that is a token of its Platform API; it must be allowed to write")
            Secret token,

            @Doc("another address of the API; leave it out for Heroku")
            Optional<URI> endpoint)
            implements TaskStart {}

    /** A program of this machine; run without a shell, the first item is the program. */
    record Command(@Doc("program and arguments") List<String> command) implements TaskStart {}
}
