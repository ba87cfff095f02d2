package cutover.junit;

import cutover.config.Secret;
import cutover.environment.LogPlace;
import cutover.environment.MailDomain;
import cutover.environment.MailboxPlace;
import cutover.environment.Phone;
import cutover.environment.TaskStart;
import cutover.probe.log.FileLog;
import cutover.probe.log.LogSource;
import cutover.probe.mail.ImapMailbox;
import cutover.probe.mail.Mailbox;
import cutover.probe.mail.MailboxSettings;
import cutover.probe.mail.Tls;
import cutover.provider.aws.AwsAccess;
import cutover.provider.aws.AwsCredential;
import cutover.provider.aws.CloudWatchLogs;
import cutover.provider.aws.LambdaFunctions;
import cutover.provider.command.LocalCommand;
import cutover.provider.heroku.HerokuApp;
import cutover.provider.mailgun.MailgunAccess;
import cutover.provider.mailgun.MailgunAccount;
import cutover.provider.twilio.TwilioAccess;
import cutover.provider.twilio.TwilioAccount;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** Connects what the environment names with the providers' own clients; keeps each client once and closes all. */
final class Providers implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NOT_THERE = 404;
    private static final int MOST_OF_A_FILE = 64 << 20;

    private final Path home;
    private final Optional<SSLContext> trust;
    private final Optional<Phone> phone;
    private final Map<String, MailDomain> mailDomains;
    private final Map<LogPlace, CloudWatchLogs> logs = new ConcurrentHashMap<>();
    private final Map<Phone, TwilioAccount> twilio = new ConcurrentHashMap<>();
    private final Map<String, MailgunAccount> mailgun = new ConcurrentHashMap<>();

    /**
     * @param home folder to which relative paths of log files refer
     * @param trust for mailboxes; empty for the JDK's own
     */
    Providers(Path home, Optional<SSLContext> trust, Optional<Phone> phone, Map<String, MailDomain> mailDomains) {
        this.home = home;
        this.trust = trust;
        this.phone = phone;
        this.mailDomains = mailDomains;
    }

    static Providers of(RunSettings settings, RunFiles files) {
        return new Providers(
                settings.home(),
                files.environment().trust().map(OwnTrust::in),
                files.environment().phone(),
                files.environment().mailDomains());
    }

    LogSource log(LogPlace place) {
        if (place instanceof LogPlace.File file) {
            return new FileLog(home.resolve(file.path()), MOST_OF_A_FILE);
        }
        LogPlace.Cloudwatch group = (LogPlace.Cloudwatch) place;
        return new CloudWatchTrail(
                logs.computeIfAbsent(
                        group,
                        key -> new CloudWatchLogs(access(
                                group.region(), group.endpoint(), group.accessKeyId(), group.secretAccessKey()))),
                group);
    }

    Mailbox mailbox(MailboxPlace place) {
        if (place instanceof MailboxPlace.Stored stored) {
            return stored(stored).mailbox();
        }
        MailboxPlace.Imap imap = (MailboxPlace.Imap) place;
        List<String> folders = new ArrayList<>(List.of("INBOX"));
        folders.addAll(imap.folders());
        return new ImapMailbox(new MailboxSettings(
                imap.host(),
                imap.port(),
                Tls.valueOf(imap.tls().name()),
                trust.orElse(null),
                imap.user(),
                imap.password()::reveal,
                folders,
                PATIENCE,
                PATIENCE));
    }

    StoredMailbox stored(MailboxPlace.Stored place) {
        return new StoredMailbox(mailDomains.get(place.domain()).domain(), place.address(), mailgun(place.domain()));
    }

    /** The account at Twilio; empty when the environment names none. */
    Optional<TwilioAccount> twilio() {
        return phone.map(known -> twilio.computeIfAbsent(
                known,
                key -> new TwilioAccount(
                        new TwilioAccess(key.account(), key.authToken()::reveal, key.endpoint(), PATIENCE))));
    }

    /** @param name key of mail-domains */
    MailgunAccount mailgun(String name) {
        MailDomain domain = mailDomains.get(name);
        return mailgun.computeIfAbsent(
                name,
                key -> new MailgunAccount(new MailgunAccess(
                        domain.region().key(), domain.apiKey()::reveal, domain.endpoint(), PATIENCE)));
    }

    StartedTask start(TaskStart how, Duration limit) {
        if (how instanceof TaskStart.Lambda lambda) {
            return invoke(lambda);
        }
        return how instanceof TaskStart.Heroku heroku ? run(heroku) : run((TaskStart.Command) how, limit);
    }

    private StartedTask invoke(TaskStart.Lambda lambda) {
        String told = "Lambda " + lambda.function() + " with {\"manage\": \"" + lambda.manage() + "\"}";
        AwsAccess access = access(lambda.region(), lambda.endpoint(), lambda.accessKeyId(), lambda.secretAccessKey());
        try (LambdaFunctions functions = new LambdaFunctions(access)) {
            return functions
                    .invoke(lambda.function(), "{\"manage\": \"" + lambda.manage() + "\"}")
                    .<StartedTask>fold(
                            accepted -> accepted.functionError().isEmpty()
                                    ? new StartedTask.Accepted(told, accepted.requestId())
                                    : new StartedTask.Failed(
                                            told, accepted.functionError() + ": " + accepted.payload()),
                            refused -> refused.code().equals("ResourceNotFoundException")
                                    ? new StartedTask.Failed(told, refused.detail())
                                    : new StartedTask.Unable(told, refused.code() + ": " + refused.detail()),
                            unavailable -> new StartedTask.Unable(told, unavailable.detail()));
        }
    }

    private static StartedTask run(TaskStart.Heroku heroku) {
        String told = "heroku run:detached --app " + heroku.app() + " " + heroku.run();
        return new HerokuApp(heroku.app(), heroku.token()::reveal, heroku.endpoint(), PATIENCE)
                .run(heroku.run())
                .<StartedTask>fold(
                        process -> new StartedTask.Accepted(told, process.name()),
                        refused -> refused.status() == NOT_THERE
                                ? new StartedTask.Failed(told, refused.detail())
                                : new StartedTask.Unable(told, refused.code() + ": " + refused.detail()),
                        unavailable -> new StartedTask.Unable(told, unavailable.detail()));
    }

    private StartedTask run(TaskStart.Command command, Duration limit) {
        String told = String.join(" ", command.command());
        LocalCommand.Ended ended = new LocalCommand(limit).run(command.command());
        if (ended.exit().isEmpty()) {
            return new StartedTask.Unable(told, ended.output());
        }
        return ended.exit().getAsInt() == 0
                ? new StartedTask.Accepted(told, "")
                : new StartedTask.Failed(told, "exit code " + ended.exit().getAsInt() + ": " + ended.output());
    }

    static AwsAccess access(String region, Optional<URI> endpoint, Optional<Secret> id, Optional<Secret> secret) {
        AwsCredential credential = id.isPresent() && secret.isPresent()
                ? AwsCredential.ofKey(id.get()::reveal, secret.get()::reveal)
                : AwsCredential.ofDefaultChain();
        return new AwsAccess(region, endpoint, credential, PATIENCE);
    }

    @Override
    public void close() {
        logs.values().forEach(CloudWatchLogs::close);
        twilio.values().forEach(TwilioAccount::close);
        mailgun.values().forEach(MailgunAccount::close);
    }
}
