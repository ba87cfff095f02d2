package cutover.junit;

import cutover.config.Masker;
import cutover.config.Secret;
import cutover.environment.Environment;
import cutover.environment.Notification;
import cutover.notice.Means;
import cutover.notice.Noticeboard;
import cutover.notice.UnderTest;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import cutover.probe.http.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Connects the environment's notifications with what they are sent by. */
final class Notices {

    private static final long MOST_ANSWER = 1L << 16;
    /** Shorter ones stand in ordinary text too. */
    private static final int SHORTEST = 16;

    private Notices() {}

    static Noticeboard board(Environment environment, String run, Clock clock) {
        Optional<SSLContext> trust = environment.trust().map(OwnTrust::besidesTheUsual);
        Route route = environment.rehearsal() ? Notices::onLoopback : Notices::byName;
        return new Noticeboard(
                environment.notifications(),
                new UnderTest(environment),
                new Means(
                        within -> new HttpProbe(new HttpSettings(
                                route,
                                trust.orElse(null),
                                Run.agent(run),
                                within,
                                within,
                                MOST_ANSWER,
                                Set.of("POST"),
                                clock)),
                        trust,
                        clock));
    }

    /** Whoever has the address of a webhook, or the part of it that nobody else knows, can write into the channel. */
    static void learn(Environment environment, Masker masker) {
        environment.notifications().values().forEach(place -> {
            if (place instanceof Notification.Slack slack) {
                learn(slack.url(), masker);
            } else if (place instanceof Notification.Teams teams) {
                learn(teams.url(), masker);
            } else if (place instanceof Notification.Webhook hook) {
                learn(hook.url(), masker);
                hook.token().ifPresent(masker::learn);
            } else if (place instanceof Notification.Mail mail) {
                mail.password()
                        .ifPresent(password ->
                                masker.learnPair(password.name(), mail.user().orElse(""), password.reveal()));
            }
        });
    }

    private static void learn(Secret url, Masker masker) {
        masker.learn(url);
        URI address = URI.create(url.reveal());
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        Stream.concat(
                        Stream.concat(Stream.of(path), Arrays.stream(path.split("/"))),
                        Arrays.stream(query.split("&")).map(pair -> pair.substring(pair.indexOf('=') + 1)))
                .filter(part -> part.length() >= SHORTEST)
                .forEach(part -> masker.learn(url.name(), part));
    }

    private static List<InetSocketAddress> byName(String host, int port) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    private static List<InetSocketAddress> onLoopback(String host, int port) throws UnknownHostException {
        if (!host.equals("127.0.0.1")) {
            throw new UnknownHostException(host + " is not the twin's, and a rehearsal leaves the machine alone");
        }
        return byName(host, port);
    }
}
