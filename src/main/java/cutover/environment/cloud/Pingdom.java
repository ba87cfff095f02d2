package cutover.environment.cloud;

import cutover.config.Doc;
import cutover.config.Secret;
import java.net.URI;
import java.util.Optional;

/** The account at Pingdom, which watches the health page from outside. */
public record Pingdom(
        @Doc("NAME of the secret that is a token of its API 3.1; read is enough")
        Secret token,

        @Doc("another address of the API; leave it out for Pingdom")
        Optional<URI> endpoint) {}
