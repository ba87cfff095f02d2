package webhooks;

import cutover.environment.BounceHook;
import cutover.environment.BounceTests;
import cutover.junit.Workbench;
import cutover.probe.http.HttpObservation;
import cutover.provider.mailgun.Bounce;
import cutover.provider.mailgun.BouncePost;
import cutover.provider.mailgun.BouncePosts;
import cutover.provider.mailgun.Signed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bounces of this run: each is marked as a test, and each has a token of its own that the mail about it must show. */
final class BounceMaker {

    private final Workbench bench;
    private final BounceTests tests;
    private final Posts posts;
    private final URI address;

    /**
     * One bounce.
     *
     * @param token in its subject and error
     */
    record Made(String name, String token, Bounce bounce) {}

    BounceMaker(Workbench bench, BounceHook hook, BounceTests tests, Posts posts) {
        this.posts = posts;
        this.bench = bench;
        this.tests = tests;
        this.address = bench.site().at(hook.path());
    }

    Workbench bench() {
        return bench;
    }

    URI address() {
        return address;
    }

    Made fresh(String name) {
        return marked(name, bench.marker() + "-" + name + "-" + bench.freshToken(6));
    }

    private Made marked(String name, String token) {
        String domain = bench.environment().mailDomains().get(tests.domain()).domain();
        String recipient = "applicant+" + bench.freshToken(6) + "@example.com";
        return new Made(
                name,
                token,
                new Bounce(
                        domain,
                        recipient,
                        tests.sender(),
                        "Cutover test " + token + ", please ignore",
                        "5.1.1 <" + recipient + ">: Empfänger unbekannt, señor – " + token,
                        "550",
                        now().minus(Duration.ofMinutes(1)),
                        bench.freshToken(16) + "@" + domain,
                        Map.of("cutover", bench.marker())));
    }

    Signed signed() {
        return signed(now());
    }

    Signed signed(Instant at) {
        return bench.vendors().signedBounce(tests.domain(), at, bench.freshToken(50));
    }

    BouncePost form(Made made) {
        return BouncePosts.form(BouncePosts.fields(made.bounce(), signed()));
    }

    BouncePost multipart(Made made) {
        return BouncePosts.multipart(BouncePosts.fields(made.bounce(), signed()), "cutover" + bench.freshToken(20));
    }

    BouncePost json(Made made) {
        return BouncePosts.json(made.bounce(), signed());
    }

    List<Map.Entry<String, String>> fields(Made made, Signed signed) {
        return BouncePosts.fields(made.bounce(), signed);
    }

    HttpObservation send(BouncePost post, String name) {
        return posts.send(address, Map.of("Content-Type", post.contentType()), post.body(), name);
    }

    private Instant now() {
        return bench.clock().instant();
    }
}
