package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import cutover.runbook.Decision;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A channel on which the team is told; none of them has a say in the verdict. */
public sealed interface Notification {

    /** The decisions that are told there. */
    List<Decision> on();

    /** After this much time the channel is given up, a repetition included. */
    Duration within();

    /** An incoming webhook of a Slack app. */
    record Slack(
            @Doc("NAME of the secret that is the webhook's URL; who has it can write into the channel")
            Secret url,

            @Doc("decisions that are told") @Default("[go, no-go, partial]")
            List<Decision> on,

            @Doc("when it is given up") @Default("20s") Duration within)
            implements Notification {

        public Slack {
            demandHttps(url);
            on = List.copyOf(on);
        }
    }

    /** A workflow of Teams that starts when a webhook request is received, and posts the card that it gets. */
    record Teams(
            @Doc("NAME of the secret that is the workflow's URL; its signature is part of it")
            Secret url,

            @Doc("decisions that are told") @Default("[go, no-go, partial]")
            List<Decision> on,

            @Doc("when it is given up") @Default("20s") Duration within)
            implements Notification {

        public Teams {
            demandHttps(url);
            on = List.copyOf(on);
        }
    }

    /** Any address that takes JSON. */
    record Webhook(
            @Doc("NAME of the secret that is the URL") Secret url,

            @Doc("NAME of the secret that is sent as bearer token; leave it out where the URL is enough")
            Optional<Secret> token,

            @Doc("decisions that are told") @Default("[go, no-go, partial]")
            List<Decision> on,

            @Doc("when it is given up") @Default("20s") Duration within)
            implements Notification {

        public Webhook {
            demandHttps(url);
            on = List.copyOf(on);
        }
    }

    /** Mail over SMTP. */
    record Mail(
            @Doc("the SMTP server; none that is itself under test")
            String host,

            @Doc("its port: 465 for smtps, 587 for starttls") @Default("465")
            int port,

            @Doc("how the connection is protected; none is for loopback only") @Default("smtps")
            Tls tls,

            @Doc("who signs in there; leave it out where nobody must")
            Optional<String> user,

            @Doc("NAME of the secret that holds the password")
            Optional<Secret> password,

            @Doc("address of the sender") String from,
            @Doc("addresses of the team") List<String> to,

            @Doc("decisions that are told") @Default("[go, no-go, partial]")
            List<Decision> on,

            @Doc("when it is given up") @Default("20s") Duration within)
            implements Notification {

        public Mail {
            if (to.isEmpty()) {
                throw new IllegalArgumentException("to names nobody");
            }
            if (user.isPresent() != password.isPresent()) {
                throw new IllegalArgumentException("user and password belong together");
            }
            if (tls == Tls.NONE && !Set.of("127.0.0.1", "localhost", "::1").contains(host)) {
                throw new IllegalArgumentException("tls: none is for loopback only, and " + host + " is elsewhere");
            }
            to = List.copyOf(to);
            on = List.copyOf(on);
        }
    }

    /** How a connection to an SMTP server is protected. */
    enum Tls {
        /** not at all; loopback only */
        NONE,
        /** STARTTLS, RFC 3207 */
        STARTTLS,
        /** TLS from the first byte, RFC 8314 */
        SMTPS
    }

    /** Says nothing of the value: it is the secret. */
    private static void demandHttps(Secret url) {
        try {
            URI address = new URI(url.reveal());
            if ("https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            // told below, without the value
        }
        throw new IllegalArgumentException("the secret " + url.name() + " is no https address");
    }
}
