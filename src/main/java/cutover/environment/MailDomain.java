package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A domain at Mailgun. */
public record MailDomain(
        @Doc("the domain's name") String domain,

        @Doc("where Mailgun keeps the domain: us or eu") @Default("us")
        Region region,

        @Doc("NAME of the secret that is the account's private API key")
        Secret apiKey,

        @Doc("NAME of the secret that signs webhooks; leave it out where the API key does, as it did until 2018")
        Optional<Secret> signingKey,

        @Doc("another address of the API; leave it out for Mailgun")
        Optional<URI> endpoint,

        @Doc("webhooks that must be set, by event, with the path that each must lead to")
        Map<String, String> webhooks) {

    /** Where Mailgun keeps a domain; each region has an address of its own. */
    public enum Region {
        /** United States */
        US,
        /** European Union */
        EU;

        /** In Mailgun's spelling. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
