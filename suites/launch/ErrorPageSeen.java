package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.browser.Browser;
import cutover.probe.browser.PageObservation;
import cutover.probe.http.Exchanges;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page that fails on purpose: what visitors see, who is told by mail, and what the log says, all of this run. */
final class ErrorPageSeen {

    private final Workbench bench;
    private final Site site;
    private final Application.ErrorPage page;
    private final Findings findings;

    ErrorPageSeen(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.page = bench.application().errorPage();
        this.findings = bench.findings();
    }

    /** Nobody but the persona that may can provoke the error. */
    void refusedToOthers() {
        URI uri = site.at(page.path() + "?cutover=" + bench.marker() + "-anonymous");
        redirected(bench.http().get(uri), uri, "an anonymous visitor");
        new SignInJourney(bench).as(page.refused()).ifPresent(visit -> {
            URI other = site.at(page.path() + "?cutover=" + bench.marker() + "-" + page.refused());
            redirected(visit.get(other), other, page.refused());
        });
    }

    private void redirected(cutover.probe.http.HttpObservation seen, URI uri, String who) {
        String what = "the error trigger of " + site.host() + ", opened by " + who + ",";
        new Answers(findings)
                .answered(seen, what)
                .ifPresent(answer -> findings.expect(
                        answer.status() == 302
                                && answer.header("Location").orElse("").contains("next="),
                        what + " leads to the sign-in",
                        Finding.unmet(what + " answers " + answer.status())
                                .expected("status 302 to the sign-in page")
                                .butWas(Exchanges.line(answer) + Answers.hint(answer))
                                .lookAt(uri.toString())
                                .toDo(
                                        answer.status() == 500
                                                ? "restrict the page to superusers: each visit mails the administrators"
                                                : "")));
    }

    /** Provokes the error once, in the browser, and follows it to mailbox and log. */
    void provoked() {
        Optional<Browser> browser = bench.browser();
        if (browser.isEmpty()
                || !new BrowserSignIn(bench, browser.get())
                        .as(page.persona(), bench.application().health().path())) {
            return;
        }
        URI uri = site.at(page.path() + "?cutover=" + bench.marker());
        Instant start = bench.clock().instant();
        findings.progress("provoking the error page once");
        PageObservation seen = browser.get().open(uri);
        if (Pages.broken(seen, findings)) {
            return;
        }
        List<String> secrets = bench.learnCookies(browser.get());
        String picture = bench.screenshot(browser.get(), "the error page of " + site.host());
        bench.giveBack(browser.get());
        if (judgedPage(seen, uri, picture)) {
            new ErrorMail(bench, page).of(uri, start);
        }
        new ErrorLog(bench, page).of(start, secrets);
    }

    private boolean judgedPage(PageObservation seen, URI uri, String picture) {
        String what = "the error page of " + site.host();
        if (seen.status() != 500) {
            findings.add(Finding.unmet(what + " answers " + Pages.status(seen) + " instead of 500")
                    .expected("status 500 and \"" + page.marker() + "\"")
                    .butWas(Pages.told(seen)
                            + (seen.status() == 504
                                    ? "\nthe function hangs: it can't reach the mail service, or nothing at all outside"
                                    : ""))
                    .lookAt(uri.toString())
                    .lookAt(picture));
            return false;
        }
        String html = seen.html();
        List<String> shown = page.hidden().stream().filter(html::contains).toList();
        findings.expect(
                shown.isEmpty(),
                what + " gives nothing of the inside away",
                Finding.unmet(what + " shows the inside to visitors")
                        .expected("none of: " + String.join(", ", page.hidden()))
                        .butWas("shown: " + String.join(", ", shown))
                        .lookAt(uri.toString())
                        .lookAt(picture)
                        .toDo("switch debug mode off (DEBUG = False) and deploy: passwords and settings are readable,"
                                + " and no error mail is sent"));
        findings.expect(
                html.contains(page.marker()),
                what + " shows \"" + page.marker() + "\"",
                Finding.unmet(what + " is not the one for visitors")
                        .expected("\"" + page.marker() + "\"")
                        .butWas(Pages.told(seen)
                                + (html.contains("An uncaught exception happened")
                                        ? "\nthe platform's JSON error: the application's error handling failed itself,"
                                                + " as it does without a key for the mail service"
                                        : ""))
                        .lookAt(uri.toString())
                        .lookAt(picture));
        return true;
    }
}
