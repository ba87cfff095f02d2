package webhooks;

import cutover.environment.BounceHook;
import cutover.provider.mailgun.BouncePost;
import cutover.provider.mailgun.BouncePosts;
import cutover.provider.mailgun.MailgunSignature;
import cutover.provider.mailgun.Signed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Bounces that must be refused, one for each way to get the signature, the time or the shape wrong. */
final class BounceAttempts {

    private static final int HUGE = 3 << 20;
    private static final Duration YEAR = Duration.ofDays(365);

    private final BounceMaker maker;
    private final BounceHook hook;

    BounceAttempts(BounceMaker maker, BounceHook hook) {
        this.maker = maker;
        this.hook = hook;
    }

    List<Attempt> all() {
        List<Integer> forged = hook.refusals().forged();
        List<Integer> malformed = hook.refusals().malformed();
        Instant now = maker.bench().clock().instant();
        return List.of(
                fields(
                        "no-signature",
                        "a bounce without signature",
                        malformed,
                        Attempt.FORGED,
                        "",
                        without("signature")),
                fields(
                        "wrong-key",
                        "a bounce signed with another key",
                        forged,
                        Attempt.FORGED,
                        "",
                        signedWith(other(), now)),
                emptyKey(),
                fields("no-token", "a bounce without token", malformed, Attempt.MALFORMED, "", without("token")),
                fields(
                        "no-recipient",
                        "a bounce without recipient",
                        malformed,
                        Attempt.MALFORMED,
                        "",
                        without("recipient")),
                fields(
                        "no-sender",
                        "a bounce without its sender",
                        malformed,
                        Attempt.MALFORMED,
                        "",
                        this::withoutSender),
                fields(
                        "non-ascii",
                        "a bounce whose signature is not ASCII",
                        malformed,
                        Attempt.FORGED,
                        "",
                        with("signature", "é")),
                fields(
                        "other-time",
                        "a bounce whose time was changed after signing",
                        forged,
                        Attempt.FORGED,
                        "",
                        with("timestamp", "1")),
                stale(now),
                replayed(),
                tampered(),
                json(),
                huge(),
                get());
    }

    private Attempt fields(
            String name,
            String sentence,
            List<Integer> statuses,
            String remedy,
            String weakness,
            UnaryOperator<List<Map.Entry<String, String>>> change) {
        BounceMaker.Made made = maker.fresh(name);
        return new Attempt(
                name,
                sentence,
                made.token(),
                statuses,
                remedy,
                weakness,
                () -> maker.send(BouncePosts.form(change.apply(maker.fields(made, maker.signed()))), name));
    }

    Attempt emptyKey() {
        return fields(
                "empty-key",
                "a bounce signed with the empty key",
                hook.refusals().forged(),
                Attempt.FORGED,
                "",
                signedWith("", maker.bench().clock().instant()));
    }

    private Attempt stale(Instant now) {
        BounceMaker.Made made = maker.fresh("stale");
        return new Attempt(
                "stale",
                "a bounce signed a year ago",
                made.token(),
                hook.refusals().forged(),
                Attempt.FORGED,
                "bounce-old-timestamp",
                () -> maker.send(BouncePosts.form(maker.fields(made, maker.signed(now.minus(YEAR)))), "stale"));
    }

    /** The first is genuine; what is told is how its repetition was answered. */
    private Attempt replayed() {
        BounceMaker.Made made = maker.fresh("replayed");
        return new Attempt(
                "replayed",
                "a bounce that was posted before",
                "",
                hook.refusals().forged(),
                Attempt.FORGED,
                "bounce-replay",
                () -> {
                    BouncePost post = maker.form(made);
                    maker.send(post, "replayed-first");
                    return maker.send(post, "replayed");
                });
    }

    private Attempt tampered() {
        return fields(
                "tampered",
                "a bounce whose text was changed after signing",
                hook.refusals().forged(),
                Attempt.FORGED,
                "bounce-payload-unsigned",
                with("code", "552"));
    }

    private Attempt json() {
        BounceMaker.Made made = maker.fresh("unsigned-json");
        return new Attempt(
                "unsigned-json",
                "a bounce as JSON with a wrong signature",
                made.token(),
                hook.refusals().forgedOrMalformed(),
                Attempt.FORGED,
                "",
                () -> maker.send(
                        BouncePosts.json(
                                made.bounce(),
                                Signed.by(other(), maker.bench().clock().instant(), other())),
                        "unsigned-json"));
    }

    private Attempt huge() {
        return fields(
                "huge",
                "a bounce of 3 MB",
                hook.refusals().tooLarge(),
                Attempt.MALFORMED,
                "",
                with("body-plain", "x".repeat(HUGE)));
    }

    private Attempt get() {
        return new Attempt(
                "get",
                "a GET of " + hook.path(),
                "",
                hook.refusals().method(),
                Attempt.METHOD,
                "",
                () -> maker.bench().http().get(maker.address()));
    }

    private UnaryOperator<List<Map.Entry<String, String>>> signedWith(String key, Instant at) {
        return fields -> {
            String timestamp = Long.toString(at.getEpochSecond());
            String token = maker.bench().freshToken(50);
            List<Map.Entry<String, String>> stamped =
                    with("token", token).apply(with("timestamp", timestamp).apply(fields));
            return with("signature", MailgunSignature.of(key, timestamp, token)).apply(stamped);
        };
    }

    private List<Map.Entry<String, String>> withoutSender(List<Map.Entry<String, String>> fields) {
        return replaced(fields, "message-headers", headers -> headers.replaceAll(", ?\\[\"Sender\", ?\"[^\"]*\"]", ""));
    }

    private static UnaryOperator<List<Map.Entry<String, String>>> without(String name) {
        return fields ->
                fields.stream().filter(field -> !field.getKey().equals(name)).toList();
    }

    private static UnaryOperator<List<Map.Entry<String, String>>> with(String name, String value) {
        return fields -> replaced(fields, name, before -> value);
    }

    private static List<Map.Entry<String, String>> replaced(
            List<Map.Entry<String, String>> fields, String name, UnaryOperator<String> change) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        boolean there = false;
        for (Map.Entry<String, String> field : fields) {
            boolean hit = field.getKey().equals(name);
            there |= hit;
            all.add(hit ? Map.entry(name, change.apply(field.getValue())) : field);
        }
        if (!there) {
            all.add(Map.entry(name, change.apply("")));
        }
        return all;
    }

    private String other() {
        return maker.bench().freshToken(32);
    }
}
