package cutover.notice;

import cutover.environment.Environment;
import cutover.environment.MailDomain;
import cutover.environment.MailboxPlace;
import cutover.environment.Notification;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which ways to the team lead over what the run looks at, so that they may be broken just when they are needed. */
public final class UnderTest {

    private static final String MAILGUN = "mailgun.org";

    private final List<String> hosts;
    private final List<String> mailDomains;
    private final List<String> mailboxes;

    public UnderTest(Environment environment) {
        this.hosts = Stream.concat(
                        environment.sites().values().stream()
                                .map(site ->
                                        URI.create(site.origin().toString()).getHost()),
                        environment.pins().stream().map(pin -> pin.host()))
                .map(UnderTest::lower)
                .toList();
        this.mailDomains = environment.mailDomains().values().stream()
                .map(MailDomain::domain)
                .map(UnderTest::lower)
                .toList();
        this.mailboxes = environment.mailboxes().values().stream()
                .map(MailboxPlace::address)
                .map(UnderTest::lower)
                .toList();
    }

    /** Why the way is itself under test; empty when it is not. */
    Optional<String> why(Notification notification) {
        if (notification instanceof Notification.Mail mail) {
            return why(mail);
        }
        String host = lower(host(notification));
        return hosts.contains(host) ? Optional.of("it leads to " + host + ", which is under test") : Optional.empty();
    }

    static String host(Notification notification) {
        String url = notification instanceof Notification.Slack slack
                ? slack.url().reveal()
                : notification instanceof Notification.Teams teams
                        ? teams.url().reveal()
                        : ((Notification.Webhook) notification).url().reveal();
        return URI.create(url).getHost();
    }

    private Optional<String> why(Notification.Mail mail) {
        String server = lower(mail.host());
        if (hosts.contains(server)) {
            return Optional.of("its server " + server + " is under test");
        }
        if (!mailDomains.isEmpty() && (server.equals(MAILGUN) || server.endsWith("." + MAILGUN))) {
            return Optional.of("Mailgun would carry it, which is under test");
        }
        return Stream.concat(Stream.of(mail.from()), mail.to().stream())
                .map(UnderTest::lower)
                .flatMap(address -> ofAddress(address).stream())
                .findFirst();
    }

    private Optional<String> ofAddress(String address) {
        String domain = address.substring(address.indexOf('@') + 1);
        if (mailDomains.contains(domain)) {
            return Optional.of("mail of " + domain + " is under test");
        }
        return mailboxes.contains(address)
                ? Optional.of("the steps look into the mailbox of " + address)
                : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
