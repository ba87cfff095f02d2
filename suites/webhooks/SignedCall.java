package webhooks;

import common.Answers;
import common.Arrivals;
import common.Fingerprint;
import cutover.environment.MailboxPlace;
import cutover.environment.Phone;
import cutover.environment.Site;
import cutover.environment.VoicemailHook;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Twilio would post for a call with a message, signed as Twilio signs, through the public name. */
final class SignedCall {

    private static final String ACCEPTED_CALL = "a call as Twilio sends it";
    private static final String ACCEPTED_RECORDING = "a recording as Twilio sends it";

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final Answers answers;
    private final VoicemailHook hook;
    private final Posts posts;
    private final CallMaker maker;
    private final Refusing refusing;
    private final URI incoming;
    private final Instant start;
    private final List<String> genuine = new ArrayList<>();

    SignedCall(Workbench bench, VoicemailHook hook, Phone phone) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.answers = new Answers(findings);
        this.hook = hook;
        this.posts = new Posts(bench);
        this.maker = new CallMaker(bench, phone, posts);
        this.refusing = new Refusing(bench);
        this.incoming = site.at(phone.voicemailLine().voice());
        this.start = posts.start();
    }

    /** The call, what its answer tells Twilio to do, and the recording. @return false when nobody answered the call */
    boolean answered() {
        Optional<Answered> seen =
                answers.answered(maker.signed(incoming, maker.incoming(), "call"), ACCEPTED_CALL, Trouble.ELSEWHERE);
        // a redirect is another host's business, and told as such
        seen = seen.filter(
                answer -> answer.isRedirect() || new Fingerprint(site, findings, Trouble.ELSEWHERE).platform(answer));
        seen.filter(answer -> accepted(answer, ACCEPTED_CALL)).ifPresent(answer -> {
            Optional<URI> action = new TwimlRules(bench, hook).recordingGoesTo(answer);
            recorded(action.filter(to -> to.getHost() != null && site.holds(to) && "https".equals(to.getScheme()))
                    .orElseGet(this::recording));
        });
        return seen.isPresent();
    }

    void refusedWhereItMustBe() {
        refusing.all(new CallAttempts(maker, hook, site, incoming, recording()).all());
    }

    /** Each accepted recording was mailed once, and nothing else was. */
    void mailed() {
        MailboxPlace place = bench.environment().mailboxes().get(hook.mailbox());
        List<String> tokens = new ArrayList<>(genuine);
        new Arrivals(bench, hook.mailbox(), start)
                .awaited(
                        "the mail about the voicemail",
                        tokens,
                        Arrivals.holds(bench.marker()).or(Arrivals.holds(maker.from())))
                .ifPresent(mails -> {
                    VoicemailMail mail = new VoicemailMail(bench, hook, place.address());
                    genuine.forEach(token -> mail.judged(mails, token, maker.from(), start));
                    refusing.leftNoMail(mails);
                });
        posts.logged();
        bench.tidy(hook.mailbox(), start, bench.marker());
    }

    private URI recording() {
        return site.at(hook.recording());
    }

    private void recorded(URI action) {
        String token = bench.marker() + "-recorded-" + bench.freshToken(6);
        Map<String, String> fields = maker.recorded(token);
        answers.answered(maker.signed(action, fields, "recorded"), ACCEPTED_RECORDING)
                .filter(answer -> accepted(answer, ACCEPTED_RECORDING))
                .ifPresent(answer -> genuine.add(token));
    }

    private boolean accepted(Answered answer, String what) {
        if (answer.status() == 200) {
            findings.add(Finding.met(what + " is accepted by " + site.host()));
            return true;
        }
        Unmet finding = answer.isRedirect()
                ? Finding.unmet(site.host() + " redirects calls, and a redirect turns the post into a GET")
                        .toDo("let Twilio call the final address, or take the redirect away")
                : Finding.unmet(what + " is refused with " + answer.status() + " by " + site.host())
                        .toDo(remedy(answer));
        findings.add(finding.expected("status 200 for a signature over "
                        + answer.sent().uri() + " made with the account's auth token")
                .butWas(Exchanges.line(answer) + Answers.hint(answer))
                .lookAt(Answers.url(answer))
                .lookAt(answers.kept(answer, what).path()));
        return false;
    }

    private static String remedy(Answered answer) {
        if (answer.text().contains("CSRF")) {
            return "the view lost its exemption from the CSRF check; put it back";
        }
        return switch (answer.status()) {
            case 404 ->
                "if GET of the address is 404 too, the view was lost in the move. Else the application computes"
                        + " another signature: its auth token differs, or host, scheme, stage or query reach it changed";
            case 500 ->
                "read the error's traceback in the log: the auth token is not set, the mail could not be sent, or"
                        + " the database is away";
            default -> Trouble.ELSEWHERE;
        };
    }
}
