package launch;

import cutover.environment.Application;
import cutover.environment.Persona;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.browser.Acted;
import cutover.probe.browser.Browser;
import cutover.probe.browser.PageObservation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Signs a persona in with the form for everybody, as a person does it in the browser. */
final class BrowserSignIn {

    private final Workbench bench;
    private final Browser browser;
    private final Site site;
    private final Application.SignIn form;
    private final Findings findings;

    BrowserSignIn(Workbench bench, Browser browser) {
        this.bench = bench;
        this.browser = browser;
        this.site = bench.site();
        this.form = bench.application().signIn();
        this.findings = bench.findings();
    }

    /**
     * Signs in.
     *
     * @param landing path to which the application sends the browser afterwards
     * @return false, with a finding added, when the persona is not signed in
     */
    boolean as(String role, String landing) {
        Persona persona = bench.environment().personas().get(role);
        if (persona == null) {
            findings.add(bench.noPersona(role));
            return false;
        }
        String next = URLEncoder.encode(site.stagePrefix() + landing, StandardCharsets.UTF_8);
        URI uri = site.at(form.path() + "?next=" + next);
        PageObservation shown = browser.open(uri);
        if (Pages.broken(shown, findings)) {
            return false;
        }
        if (shown.status() != 200 || browser.count(form.form()) == 0) {
            return failed(
                    role,
                    shown.status() == 200
                            ? "finds no sign-in form"
                            : "finds " + Pages.status(shown) + " instead of the form",
                    shown,
                    uri,
                    SignInRemedy.noForm());
        }
        Acted acted = browser.fill(form.form() + " input[name=" + form.user() + "]", persona.login());
        if (acted.done()) {
            acted = browser.fill(form.form() + " input[name=" + form.password() + "]", persona.typed());
        }
        if (acted.done()) {
            acted = browser.click(form.submit());
        }
        PageObservation after = browser.look();
        if (Pages.broken(after, findings)) {
            return false;
        }
        bench.learnCookies(browser);
        boolean session =
                browser.cookies().stream().anyMatch(cookie -> cookie.name().equals(form.sessionCookie()));
        if (acted.done() && after.uri().getPath().equals(site.stagePrefix() + landing) && session) {
            return true;
        }
        if (after.html().contains(form.failure())) {
            return failed(
                    role,
                    "does not accept login and password",
                    after,
                    uri,
                    SignInRemedy.wrongPassword(persona.passwordName()));
        }
        if (after.html().contains("CSRF verification failed")) {
            return lostCookie()
                    ? failed(
                            role,
                            "loses the cookie " + form.csrfCookie() + " on the way",
                            after,
                            uri,
                            SignInRemedy.lostCookie())
                    : failed(role, "refuses the form post", after, uri, SignInRemedy.refusedForm());
        }
        return session
                ? leadsElsewhere(role, landing, after, uri)
                : failed(role, "sets no session cookie that the browser keeps", after, uri, SignInRemedy.lostCookie());
    }

    private boolean leadsElsewhere(String role, String landing, PageObservation after, URI uri) {
        Optional<StageSlip> slip = StageSlip.of(site, after.uri().getPath(), landing);
        return failed(
                role,
                slip.map(StageSlip::why).orElse("does not lead on"),
                after,
                uri,
                slip.map(StageSlip::toDo).orElse(SignInRemedy.other()));
    }

    private boolean lostCookie() {
        return browser.cookies().stream().noneMatch(cookie -> cookie.name().equals(form.csrfCookie()));
    }

    private boolean failed(String role, String why, PageObservation seen, URI uri, String toDo) {
        findings.add(Finding.unmet("the sign-in of " + role + " at " + site.host() + " " + why)
                .expected("signed in after one post of the form at " + form.path())
                .butWas(Pages.told(seen))
                .lookAt(uri.toString())
                .lookAt(bench.screenshot(browser, "the sign-in of " + role + " at " + site.host()))
                .toDo(toDo));
        return false;
    }
}
