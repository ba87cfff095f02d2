package cutover.environment;

import cutover.config.Doc;
import cutover.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the records of a site can be read. */
public sealed interface LogPlace {

    /** A log group of Amazon CloudWatch Logs, read through {@code FilterLogEvents}. */
    record Cloudwatch(
            @Doc("for instance /aws/lambda/intake-production")
            String group,

            @Doc("for instance us-east-1") String region,

            @Doc("another address of the API; leave it out for AWS")
            Optional<URI> endpoint,

            @Doc("NAME of the secret; with none of the two, the machine's own AWS credentials serve")
            Optional<Secret> accessKeyId,

            @Doc("NAME of the secret") Optional<Secret> secretAccessKey)
            implements LogPlace {}

    /** A file into which the platform's log stream is drained. */
    record File(
            @Doc("the file; what was rotated away is looked for beside it, with .1 appended")
            Path path) implements LogPlace {}
}
