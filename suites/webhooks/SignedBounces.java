package webhooks;

import common.Answers;
import common.Arrivals;
import common.Fingerprint;
import cutover.environment.BounceHook;
import cutover.environment.BounceTests;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.mail.Mail;
import cutover.provider.mailgun.BouncePost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Mailgun would post, signed as Mailgun signs, through the public name. */
final class SignedBounces {

    private static final String JSON_REFUSED = "bounce-json";

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final Answers answers;
    private final BounceHook hook;
    private final BounceTests tests;
    private final Posts posts;
    private final BounceMaker maker;
    private final Refusing refusing;
    private final Instant start;
    private final Map<String, BounceMaker.Made> genuine = new LinkedHashMap<>();

    SignedBounces(Workbench bench, BounceHook hook, BounceTests tests) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.answers = new Answers(findings);
        this.hook = hook;
        this.tests = tests;
        this.posts = new Posts(bench);
        this.maker = new BounceMaker(bench, hook, tests, posts);
        this.refusing = new Refusing(bench);
        this.start = posts.start();
    }

    /** Form and the test button's multipart are accepted; JSON is, or is known not to be. @return false without answer */
    boolean inEachShape() {
        BounceMaker.Made form = maker.fresh("form");
        if (!accepted(form, maker.form(form), "a bounce as Mailgun's form")) {
            return false;
        }
        BounceMaker.Made button = maker.fresh("multipart");
        accepted(button, maker.multipart(button), "a bounce as the multipart of Mailgun's test button");
        json();
        return true;
    }

    /** Only the plain form, for a site that is not looked at in depth. */
    void asForm() {
        BounceMaker.Made form = maker.fresh("form");
        accepted(form, maker.form(form), "a bounce as Mailgun's form");
    }

    void refusedWhereItMustBe() {
        refusing.all(new BounceAttempts(maker, hook).all());
    }

    /** Each accepted bounce was mailed once to its sender, nothing else was, and the log has the requests. */
    void mailedAndLogged() {
        List<String> tokens = new ArrayList<>(
                genuine.values().stream().map(BounceMaker.Made::token).toList());
        tokens.addAll(refusing.acceptedTokens());
        tokens.removeIf(String::isEmpty);
        new Arrivals(bench, tests.mailbox(), start)
                .awaited("the mail about the bounce", tokens, Arrivals.holds(bench.marker()))
                .ifPresent(this::judged);
        posts.logged();
        bench.tidy(tests.mailbox(), start, bench.marker());
    }

    private boolean accepted(BounceMaker.Made made, BouncePost post, String what) {
        Optional<Answered> seen = answers.answered(maker.send(post, made.name()), what, Trouble.ELSEWHERE);
        if (seen.isEmpty()) {
            return false;
        }
        Answered answer = seen.get();
        // a redirect is another host's business, and told as such
        if (!answer.isRedirect() && !new Fingerprint(site, findings, Trouble.ELSEWHERE).platform(answer)) {
            return false;
        }
        if (answer.status() == hook.accepted()) {
            genuine.put(made.name(), made);
            findings.add(Finding.met(what + " is accepted by " + site.host()));
        } else {
            findings.add(notAccepted(answer, what));
        }
        return true;
    }

    /** Whether the application takes an empty key: then a genuine bounce is refused, and everybody else's is not. */
    private boolean keyIsEmpty() {
        Attempt empty = new BounceAttempts(maker, hook).emptyKey();
        return empty.send().get().fold(answer -> answer.status() == hook.accepted(), none -> false);
    }

    private Finding notAccepted(Answered answer, String what) {
        if (answer.status() == 404 && keyIsEmpty()) {
            return Finding.unmet(
                            site.host() + " checks bounces with an empty key: genuine ones are refused, and anybody"
                                    + " can sign one")
                    .expected("the key of mail-domains." + tests.domain())
                    .butWas("a bounce signed with the empty key is accepted, the genuine one gets 404")
                    .lookAt(Answers.url(answer))
                    .toDo("set MAILGUN_PRIVATE_API_KEY in the deployed settings now");
        }
        Unmet finding = answer.isRedirect()
                ? Finding.unmet(site.host() + " redirects bounces, and Mailgun follows no redirect")
                        .toDo("let Mailgun call the final address, or take the redirect away")
                : Finding.unmet(what + " is refused with " + answer.status() + " by " + site.host())
                        .toDo(remedy(answer));
        return finding.expected("status " + hook.accepted() + " for a signature made with the key of mail-domains."
                        + tests.domain())
                .butWas(Exchanges.line(answer) + Answers.hint(answer))
                .lookAt(Answers.url(answer))
                .lookAt(answers.kept(answer, what).path());
    }

    private static String remedy(Answered answer) {
        if (answer.text().contains("CSRF")) {
            return "the view lost its exemption from the CSRF check; put it back";
        }
        return switch (answer.status()) {
            case 404 ->
                "the key differs, or the address is gone: compare MAILGUN_PRIVATE_API_KEY of the deployed settings"
                        + " with the key at Mailgun";
            case 500 ->
                "read the error's traceback in the log: the body reached the application damaged (look at the"
                        + " gateway's binary types), its mail could not be sent, or the database is away";
            default -> Trouble.ELSEWHERE;
        };
    }

    private void json() {
        String what = "a bounce as Mailgun's JSON of today";
        BounceMaker.Made made = maker.fresh("json");
        answers.answered(maker.send(maker.json(made), made.name()), what).ifPresent(answer -> {
            if (answer.status() == hook.accepted()) {
                genuine.put(made.name(), made);
                findings.add(Finding.met(what + " is accepted by " + site.host()));
            } else if (bench.accepted(JSON_REFUSED)) {
                findings.add(Finding.met(what + " is refused with " + answer.status() + " (" + JSON_REFUSED
                        + "): a known weakness, accepted for this environment"));
            } else {
                findings.add(Finding.unmet(site.host() + " can't read " + what)
                        .expected("status " + hook.accepted())
                        .butWas(Exchanges.line(answer))
                        .lookAt(Answers.url(answer))
                        .lookAt("config/environments, accepted: " + JSON_REFUSED)
                        .toDo("let the application read JSON; or, where Mailgun still sends classic webhooks, name "
                                + JSON_REFUSED + " under accepted, with the reason"));
            }
        });
    }

    private void judged(List<Mail> mails) {
        genuine.values().forEach(made -> {
            MailRules rules = new MailRules(bench, "the mail about the bounce sent as " + made.name(), tests.sender());
            rules.once(
                            mails,
                            made.token(),
                            start,
                            "look, in this order: the mail service's key and its list of refused mail, whether the"
                                    + " function reaches the internet, and whether DIVERT_REMOTE_CONNECTIONS is on")
                    .ifPresent(mail -> content(rules, mail, made));
        });
        refusing.leftNoMail(mails);
    }

    private void content(MailRules rules, Mail mail, BounceMaker.Made made) {
        rules.subject(mail, hook.mailSubject());
        rules.holds(
                mail,
                hook.mailTexts().stream()
                        .map(text -> text.replace("{recipient}", made.bounce().recipient())
                                .replace("{subject}", made.bounce().subject())
                                .replace("{error}", made.bounce().error()))
                        .toList());
    }
}
