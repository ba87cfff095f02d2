package cutover.junit;

import cutover.config.Masker;
import cutover.config.Secret;
import cutover.environment.Environment;
import cutover.environment.MailDomain;
import cutover.provider.mailgun.MailgunAccount;
import cutover.provider.mailgun.Signed;
import cutover.provider.twilio.TwilioAccount;
import cutover.provider.twilio.TwilioSignature;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The providers that call the application. Each signature made here is a secret of the run: whoever has it can repeat it. */
public final class Vendors {

    private final Environment environment;
    private final Providers providers;
    private final Masker masker;

    Vendors(Environment environment, Providers providers, Masker masker) {
        this.environment = environment;
        this.providers = providers;
        this.masker = masker;
    }

    /** The account at Twilio; empty when the environment names none. */
    public Optional<TwilioAccount> twilio() {
        return providers.twilio();
    }

    /**
     * An account at Mailgun.
     *
     * @param name key of mail-domains
     */
    public MailgunAccount mailgun(String name) {
        return providers.mailgun(name);
    }

    /** The signature that Twilio would send with a post to that address; the environment names a phone. */
    public String callSignature(String url, Map<String, String> fields) {
        return learned(
                TwilioSignature.of(environment.phone().orElseThrow().authToken().reveal(), url, fields));
    }

    /**
     * Timestamp, token and signature as Mailgun would send them.
     *
     * @param name key of mail-domains
     */
    public Signed signedBounce(String name, Instant at, String token) {
        MailDomain domain = environment.mailDomains().get(name);
        Secret key = domain.signingKey().orElseGet(domain::apiKey);
        Signed signed = Signed.by(key.reveal(), at, token);
        learned(signed.signature());
        return signed;
    }

    private String learned(String signature) {
        masker.learn("SIGNATURE", signature);
        return signature;
    }
}
