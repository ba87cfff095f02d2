package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.Html;
import java.net.URI;
import java.util.Optional;

/** The administration as a stranger finds it. */
final class ClosedAdmin {

    private final Workbench bench;
    private final Site site;
    private final Application.Admin admin;
    private final Findings findings;
    private final URI index;

    ClosedAdmin(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.admin = bench.application().admin();
        this.findings = bench.findings();
        this.index = site.at(admin.path());
    }

    /** An anonymous visitor is sent to the login. */
    void refusedToTheAnonymous() {
        String what = "the administration of " + site.host() + " without sign-in";
        String expected = site.stagePrefix() + admin.login();
        new Answers(findings).answered(bench.http().get(index), what).ifPresent(answer -> {
            String location = answer.status() == 302 ? answer.header("Location").orElse("") : "";
            Optional<StageSlip> slip = StageSlip.of(site, location.split("\\?", 2)[0], admin.login());
            findings.expect(
                    location.startsWith(expected) || location.startsWith(site.origin() + expected),
                    what + " leads to its login",
                    slip.isPresent() ? beside(what, slip.get(), answer, expected) : elsewhere(what, answer, expected));
        });
    }

    private Unmet beside(String what, StageSlip slip, Answered answer, String expected) {
        return Finding.unmet(what + " " + slip.why())
                .expected("status 302 to " + expected)
                .butWas(Exchanges.line(answer))
                .lookAt(index.toString())
                .toDo(slip.toDo());
    }

    private Unmet elsewhere(String what, Answered answer, String expected) {
        return Finding.unmet(
                        open(answer)
                                ? what + " is open to everybody"
                                : what + " answers " + answer.status() + " instead of leading to its login")
                .expected("status 302 to " + expected)
                .butWas(Exchanges.line(answer) + Answers.hint(answer))
                .lookAt(index.toString())
                .toDo(open(answer) ? "take the site down until this is mended" : "");
    }

    /** Whether it is the index itself; a parking page answers 200 too. */
    private boolean open(Answered answer) {
        return answer.status() == 200 && Html.of(answer).count(admin.marker()) > 0;
    }
}
