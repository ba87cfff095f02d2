package cutover.junit;

import cutover.patience.Patience;
import cutover.provider.aws.AwsAccess;
import cutover.provider.aws.AwsAccount;
import cutover.provider.aws.AwsCredential;
import cutover.provider.aws.Bucket;
import cutover.provider.aws.HostedZone;
import cutover.provider.heroku.HerokuApp;
import cutover.provider.mailgun.MailgunAccess;
import cutover.provider.mailgun.MailgunAccount;
import cutover.provider.nameserver.KeyedZone;
import cutover.provider.nameserver.ZoneAccess;
import cutover.provider.twilio.TwilioAccess;
import cutover.provider.twilio.TwilioAccount;
import cutover.twin.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A whole twin, and the accounts with which a lever changes it. */
final class LeverTwin implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final Twin twin;

    LeverTwin(Path folder) {
        this(Twin.start(Clock.systemUTC(), new SplittableRandom(5), folder));
    }

    LeverTwin(Twin twin) {
        this.twin = twin;
    }

    String value(String name) {
        return twin.values().get(name);
    }

    String secret(String name) {
        return twin.secrets().get(name);
    }

    URI place(String name) {
        return URI.create(value(name));
    }

    /** What the old site has logged. */
    String oldLog() {
        try {
            return Files.readString(Path.of(value("twin.old.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a resolver of the twin answers for the IPv4 addresses of a name. */
    List<String> addresses(String name) {
        return answers("127.77.8.1", name);
    }

    /** What a server of the twin answers for the IPv4 addresses of a name, over TCP. */
    List<String> answers(String server, String name) {
        try {
            SimpleResolver resolver = new SimpleResolver(server);
            resolver.setPort(Integer.parseInt(value("twin.dns.port")));
            resolver.setTCP(true);
            Record question = Record.newRecord(Name.fromString(name, Name.root), Type.A, DClass.IN);
            return resolver.send(Message.newQuery(question)).getSection(Section.ANSWER).stream()
                    .map(Record::rdataToString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where nobody listens. */
    static URI nowhere() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    TwilioAccount twilio() {
        return twilio(secret("TWIN_TWILIO_AUTH_TOKEN"), place("twin.twilio.endpoint"));
    }

    TwilioAccount twilio(String token, URI place) {
        return new TwilioAccount(
                new TwilioAccess(value("twin.twilio.account"), () -> token, Optional.of(place), PATIENCE));
    }

    MailgunAccount mailgun() {
        return mailgun(secret("TWIN_MAILGUN_KEY"), place("twin.mailgun.us"));
    }

    MailgunAccount mailgun(String key, URI place) {
        return new MailgunAccount(new MailgunAccess("us", () -> key, Optional.of(place), PATIENCE));
    }

    HerokuApp heroku() {
        return heroku("cmr-production", secret("TWIN_HEROKU_TOKEN"), place("twin.heroku.endpoint"));
    }

    HerokuApp heroku(String app, String token, URI place) {
        return new HerokuApp(app, () -> token, Optional.of(place), PATIENCE);
    }

    AwsAccount aws() {
        return aws(secret("TWIN_AWS_ACCESS_KEY_ID"), secret("TWIN_AWS_SECRET_ACCESS_KEY"), place("twin.aws.endpoint"));
    }

    AwsAccount aws(String id, String secret, URI place) {
        return new AwsAccount(access(id, secret, place));
    }

    Bucket bucket(String name) {
        return new Bucket(
                access(
                        secret("TWIN_AWS_ACCESS_KEY_ID"),
                        secret("TWIN_AWS_SECRET_ACCESS_KEY"),
                        place("twin.aws.endpoint")),
                name,
                1000);
    }

    private static AwsAccess access(String id, String secret, URI place) {
        return new AwsAccess("us-east-1", Optional.of(place), AwsCredential.ofKey(() -> id, () -> secret), PATIENCE);
    }

    /** The zone of the new name at Amazon. */
    HostedZone hostedZone() {
        return hostedZone("clearmyrecord.org", secret("TWIN_AWS_SECRET_ACCESS_KEY"));
    }

    HostedZone hostedZone(String zone, String secret) {
        AwsCredential credential = AwsCredential.ofKey(() -> secret("TWIN_AWS_ACCESS_KEY_ID"), () -> secret);
        AwsAccess access = new AwsAccess("us-east-1", Optional.of(place("twin.aws.endpoint")), credential, PATIENCE);
        return new HostedZone(access, zone, new Patience(PATIENCE, Duration.ofMillis(20)));
    }

    /** @param which {@code old} or {@code new} */
    KeyedZone zone(String which) {
        return zone(which, value("twin.dns.update.key"), secret("TWIN_DNS_UPDATE_KEY"));
    }

    KeyedZone zone(String which, String key, String secret) {
        String names = "twin.dns.update." + which;
        return zone(value(names + ".host"), value(names + ".zone"), key, secret);
    }

    KeyedZone zoneAt(String host, String zone) {
        return zone(host, zone, value("twin.dns.update.key"), secret("TWIN_DNS_UPDATE_KEY"));
    }

    private KeyedZone zone(String host, String zone, String key, String secret) {
        int port = Integer.parseInt(value("twin.dns.port"));
        String algorithm = value("twin.dns.update.algorithm");
        return new KeyedZone(
                new ZoneAccess(host, port, zone, key, algorithm, () -> secret, PATIENCE), Clock.systemUTC());
    }

    @Override
    public void close() {
        twin.close();
    }
}
