package cutover.provider.mailgun;

import com.mailgun.api.MailgunApi;
import com.mailgun.client.MailgunClient;
import com.mailgun.client.MailgunClient.MailgunClientBuilder;
import feign.Logger;
import feign.Request;
import feign.Retryer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Mailgun's client for one question: asks each thing once, writes no log, uses no connection twice. */
final class MailgunWire {

    private final MailgunAccess access;
    private final String key;

    MailgunWire(MailgunAccess access, String key) {
        this.access = access;
        this.key = key;
    }

    <A extends MailgunApi> A api(Class<A> type) {
        return builder(access.place().toString())
                .createApiWithRequestInterceptor(type, request -> request.header("Connection", "close"));
    }

    /** @param url as Mailgun told it, of a mail that it keeps */
    StoredMailApi stored(String url) {
        return builder(here(URI.create(url)).toString()).createApiWithAbsoluteUrl(StoredMailApi.class);
    }

    private URI here(URI told) {
        if (access.endpoint().isPresent()) {
            return access.place().resolve(told.getRawPath());
        }
        boolean mailguns = "https".equals(told.getScheme())
                && told.getHost() != null
                && told.getHost().endsWith(".mailgun.net");
        if (!mailguns) {
            throw MailgunTrouble.unavailable("Mailgun names " + told + " for a mail, where our key must not go");
        }
        return told;
    }

    private MailgunClientBuilder builder(String place) {
        // longer than the caller waits: it only ends what nobody waits for any more
        Duration patience = access.timeout().multipliedBy(2);
        return MailgunClient.config(place, key)
                .logger(new Logger.NoOpLogger())
                .logLevel(Logger.Level.NONE)
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(
                        patience.toMillis(), TimeUnit.MILLISECONDS, patience.toMillis(), TimeUnit.MILLISECONDS, false));
    }
}
