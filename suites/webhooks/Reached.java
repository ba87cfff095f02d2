package webhooks;

import common.Answers;
import common.Fingerprint;
import cutover.environment.BounceHook;
import cutover.environment.Refusals;
import cutover.environment.Site;
import cutover.environment.VoicemailHook;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An address that a provider calls: a forged post reaches the application without a detour and is refused there. */
final class Reached {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final Answers answers;

    Reached(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.answers = new Answers(findings);
    }

    void at(URI address) {
        String what = "a forged post to " + address;
        byte[] body = ("token=cutover&timestamp=1&signature=" + "0".repeat(64)
                        + "&recipient=&error=&message-headers=%5B%5D&cutover=" + bench.marker())
                .getBytes(StandardCharsets.US_ASCII);
        answers.answered(bench.post(address, Map.of("Content-Type", FORM), body, "forged"), what, Trouble.ELSEWHERE)
                .ifPresent(answer -> posted(answer, what));
    }

    private void posted(Answered answer, String what) {
        if (answer.isRedirect()) {
            findings.add(
                    Finding.unmet(answer.sent().uri() + " is redirected, and no provider can follow with a signed post")
                            .expected("the application's own answer")
                            .butWas(Exchanges.line(answer))
                            .lookAt(Answers.url(answer))
                            .toDo("point the provider at the final address, or take the redirect away"));
            return;
        }
        List<Integer> forged = refusals().map(Refusals::forged).orElse(List.of(404));
        boolean accepted = answer.status() / 100 == 2;
        findings.expect(
                forged.contains(answer.status()),
                what + " is refused by the application",
                Finding.unmet(what
                                + (accepted ? " is accepted" : " answers " + answer.status() + " instead of a refusal"))
                        .expected("status " + forged)
                        .butWas(Exchanges.line(answer) + Answers.hint(answer))
                        .lookAt(Answers.url(answer))
                        .lookAt(answers.kept(answer, what).path())
                        .toDo(remedy(answer.status())));
        new Fingerprint(site, findings, Trouble.ELSEWHERE).platform(answer);
        there(answer.sent().uri());
    }

    private static String remedy(int status) {
        return switch (status / 100) {
            case 2 -> "anybody can make the application mail what he likes: mend the check of the signature now";
            case 4 ->
                "something before the view refuses it: the CSRF check if the view lost its exemption, else the"
                        + " gateway or a firewall";
            case 5 ->
                "the view fails before it can check: read the error's traceback in the log; a key or token is not"
                        + " set";
            default -> "";
        };
    }

    /** A refusal can look like a page that is not there; a wrong method tells the two apart. */
    private void there(URI address) {
        String what = "GET " + address;
        List<Integer> method = refusals().map(Refusals::method).orElse(List.of(405));
        answers.answered(bench.http().get(address), what)
                .ifPresent(answer -> findings.expect(
                        method.contains(answer.status()),
                        "the application has a view at " + address.getPath(),
                        Finding.unmet(site.host() + " has nothing at " + address.getPath())
                                .expected("status " + method + " for GET, because the view takes POST only")
                                .butWas(Exchanges.line(answer) + Answers.hint(answer))
                                .lookAt(Answers.url(answer))
                                .toDo("look whether the view was lost in the move: compare the address map of the"
                                        + " deployed build with the old one")));
    }

    private Optional<Refusals> refusals() {
        return bench.application()
                .bounce()
                .map(BounceHook::refusals)
                .or(() -> bench.application().voicemail().map(VoicemailHook::refusals));
    }
}
