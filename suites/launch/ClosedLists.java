package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import java.net.URI;
import java.util.Optional;

/** The applications lists as a stranger finds them. */
final class ClosedLists {

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final Answers answers;

    ClosedLists(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.answers = new Answers(findings);
    }

    /** Nobody sees a list without signing in. */
    void refusedToTheAnonymous() {
        bench.application().lists().values().stream()
                .map(Application.Listing::path)
                .distinct()
                .forEach(this::refused);
    }

    private void refused(String path) {
        URI uri = site.at(path);
        String what = "the list " + path + " of " + site.host() + " without sign-in";
        String signIn = bench.application().signIn().redirect().replace("{next}", site.stagePrefix() + path);
        String expected = site.stagePrefix() + signIn;
        answers.answered(bench.http().get(uri), what).ifPresent(answer -> {
            String location = answer.status() == 302 ? answer.header("Location").orElse("") : "";
            Optional<StageSlip> slip = StageSlip.of(site, location, signIn);
            if (slip.isPresent()) {
                besideTheStage(what, slip.get(), answer, expected);
                return;
            }
            boolean refused = location.equals(expected) || location.equals(site.origin() + expected);
            findings.expect(
                    refused,
                    what + " leads to the sign-in",
                    Finding.unmet(
                                    shown(answer)
                                            ? what + " is shown to everybody"
                                            : what + " answers " + answer.status()
                                                    + " instead of leading to the sign-in")
                            .expected("status 302 to " + expected)
                            .butWas(Exchanges.line(answer) + Answers.hint(answer))
                            .lookAt(uri.toString())
                            .lookAt(refused ? "" : answers.kept(answer, what).path())
                            .toDo(
                                    shown(answer)
                                            ? "take the site down until this is mended: names of applicants are public"
                                            : ""));
        });
    }

    /** Whether it is the list itself; a parking page answers 200 too. */
    private boolean shown(Answered answer) {
        return bench.application().lists().values().stream()
                .anyMatch(listing ->
                        answer.status() == 200 && ListPage.of(answer, listing).isPresent());
    }

    /** The visitor is refused, but ends where nothing is served; at a temporary address that may be known and accepted. */
    private void besideTheStage(String what, StageSlip slip, Answered answer, String expected) {
        boolean temporary = !site.stagePrefix().isEmpty();
        findings.expect(
                temporary && bench.accepted(PageRules.ROOT_LINKS),
                what + " leads to " + answer.header("Location").orElse("")
                        + ", without the stage prefix: a known weakness, accepted for this environment",
                Finding.unmet(what + " " + slip.why())
                        .expected("status 302 to " + expected)
                        .butWas(Exchanges.line(answer))
                        .lookAt(answer.sent().uri().toString())
                        .lookAt(temporary ? "config/environments, accepted: " + PageRules.ROOT_LINKS : "")
                        .toDo(
                                temporary
                                        ? "set LOGIN_URL by its name instead of its path, or accept "
                                                + PageRules.ROOT_LINKS + " where the address is a temporary one"
                                        : slip.toDo()));
    }
}
