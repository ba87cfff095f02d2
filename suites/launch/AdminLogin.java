package launch;

import cutover.environment.Application;
import cutover.environment.Persona;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.browser.Acted;
import cutover.probe.browser.Browser;
import cutover.probe.browser.BrowserCookie;
import cutover.probe.browser.PageObservation;
import cutover.probe.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The administration: closed to strangers, open to its persona, with its style sheets really applied, and left again. */
final class AdminLogin {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final Workbench bench;
    private final Site site;
    private final Application.Admin admin;
    private final Findings findings;
    private final URI index;

    AdminLogin(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.admin = bench.application().admin();
        this.findings = bench.findings();
        this.index = site.at(admin.path());
    }

    /** Wrong password, right password, index, and out again, in the browser. */
    void inTheBrowser() {
        Persona persona = bench.environment().personas().get(admin.persona());
        if (persona == null) {
            findings.add(bench.noPersona(admin.persona()));
            return;
        }
        bench.browser().ifPresent(browser -> {
            if (loginShown(browser) && wrongPassword(browser, persona) && rightPassword(browser, persona)) {
                indexShown(browser);
                leftAgain(browser);
            }
        });
    }

    private boolean loginShown(Browser browser) {
        PageObservation seen = browser.open(index);
        if (Pages.broken(seen, findings)) {
            return false;
        }
        if (seen.status() == 200 && browser.count(admin.form()) > 0) {
            return true;
        }
        findings.add(Finding.unmet("the administration of " + site.host() + " shows no login form")
                .expected("a form " + admin.form())
                .butWas(Pages.told(seen))
                .lookAt(index.toString())
                .lookAt(picture(browser, "the login of the administration")));
        return false;
    }

    /** Once only: the framework may lock an account after a few. */
    private boolean wrongPassword(Browser browser, Persona persona) {
        boolean acted = submit(browser, persona.login(), bench.freshToken(12));
        PageObservation seen = browser.look();
        if (Pages.broken(seen, findings)) {
            return false;
        }
        boolean refused = seen.html().contains(admin.failure()) && browser.count(admin.marker()) == 0;
        findings.expect(
                acted && refused,
                "the administration of " + site.host() + " refuses a wrong password",
                Finding.unmet(
                                browser.count(admin.marker()) > 0
                                        ? "the administration of " + site.host() + " accepts a wrong password"
                                        : "the administration of " + site.host()
                                                + (seen.html().contains("CSRF verification failed")
                                                        ? " refuses the form post"
                                                        : " does not say that a password is wrong"))
                        .expected("\"" + admin.failure() + "\"")
                        .butWas(Pages.told(seen))
                        .lookAt(index.toString())
                        .lookAt(picture(browser, "after a wrong password"))
                        .toDo(
                                browser.count(admin.marker()) > 0
                                        ? "take the site down at once: look at the authentication back ends of the settings"
                                        : ""));
        return acted && refused;
    }

    private boolean rightPassword(Browser browser, Persona persona) {
        boolean acted = submit(browser, persona.login(), persona.typed());
        bench.learnCookies(browser);
        PageObservation seen = browser.look();
        if (Pages.broken(seen, findings)) {
            return false;
        }
        boolean in = acted && seen.status() == 200 && seen.title().equals(admin.title());
        findings.expect(
                in,
                "the administration of " + site.host() + " lets " + admin.persona() + " in",
                Finding.unmet("the administration of " + site.host() + " does not let " + admin.persona() + " in")
                        .expected("the page \"" + admin.title() + "\"")
                        .butWas(Pages.told(seen))
                        .lookAt(index.toString())
                        .lookAt(picture(browser, "after the right password")));
        return in;
    }

    private boolean submit(Browser browser, String login, String password) {
        Acted acted = browser.fill(admin.user(), login);
        if (acted.done()) {
            acted = browser.fill(admin.password(), password);
        }
        return acted.done() && browser.click(admin.submit()).done();
    }

    private void indexShown(Browser browser) {
        String picture = picture(browser, "the administration of " + site.host());
        String text = String.join("\n", browser.texts(admin.marker()));
        List<String> missing = admin.modules().stream()
                .filter(module -> !text.contains(module))
                .toList();
        findings.expect(
                missing.isEmpty(),
                "the administration of " + site.host() + " lists its modules",
                Finding.unmet("the administration of " + site.host() + " lacks modules")
                        .expected(String.join(", ", admin.modules()))
                        .butWas("missing: " + String.join(", ", missing))
                        .lookAt(index.toString())
                        .lookAt(picture));
        Application.Look look = admin.look();
        Optional<String> value = browser.style(look.selector(), look.property());
        findings.expect(
                value.filter(look.value()::equals).isPresent(),
                "the administration of " + site.host() + " has its style sheets applied",
                Finding.unmet("the style sheets of the administration of " + site.host() + " are not applied")
                        .expected(look.selector() + " has " + look.property() + " " + look.value())
                        .butWas(value.orElse("no such element") + "; " + browser.styleSheets()
                                + " style sheet(s) loaded")
                        .lookAt(index.toString())
                        .lookAt(picture)
                        .toDo("collect the static files of the administration again, and look whether the asset store"
                                + " lets everybody read them"));
        browser.cookies().stream()
                .filter(cookie ->
                        cookie.name().equals(bench.application().signIn().sessionCookie()))
                .forEach(this::sessionCookie);
        browser.cookies().stream()
                .filter(cookie ->
                        cookie.name().equals(bench.application().signIn().csrfCookie()))
                .forEach(cookie -> secure(cookie.name(), cookie.secure()));
    }

    private void sessionCookie(BrowserCookie cookie) {
        secure(cookie.name(), cookie.secure());
        findings.expect(
                cookie.httpOnly(),
                "the cookie " + cookie.name() + " of " + site.host() + " is HttpOnly",
                Finding.unmet("the cookie " + cookie.name() + " of " + site.host() + " can be read by scripts")
                        .expected("HttpOnly")
                        .butWas("not HttpOnly")
                        .lookAt(index.toString())
                        .toDo("set SESSION_COOKIE_HTTPONLY"));
    }

    private void secure(String name, boolean secure) {
        findings.expect(
                secure,
                "the cookie " + name + " of " + site.host() + " is Secure",
                Finding.unmet("the cookie " + name + " of " + site.host() + " is also sent over plain http")
                        .expected("Secure")
                        .butWas("not Secure")
                        .lookAt(index.toString())
                        .toDo("set SESSION_COOKIE_SECURE and CSRF_COOKIE_SECURE"));
    }

    private void leftAgain(Browser browser) {
        PageObservation out = browser.open(site.at(admin.signOut()));
        PageObservation again = browser.open(index);
        findings.expect(
                out.title().equals(admin.signedOut()) && browser.count(admin.form()) > 0,
                "the administration of " + site.host() + " can be left",
                Finding.unmet("the administration of " + site.host() + " can't be left")
                        .expected("the page \"" + admin.signedOut() + "\", then the login again")
                        .butWas(Pages.told(out) + "\n" + Pages.told(again))
                        .lookAt(site.at(admin.signOut()).toString()));
    }

    /** How long a remembered session lasts, over HTTP, where the cookie is seen as sent. */
    void remembered() {
        Application.SignIn form = bench.application().signIn();
        new SignInJourney(bench).as(admin.persona()).ifPresent(visit -> {
            Optional<Cookie> cookie = visit.jar().cookie(form.sessionCookie());
            Optional<Duration> life = cookie.flatMap(Cookie::expires)
                    .map(end -> Duration.between(bench.clock().instant(), end));
            boolean asPlanned = life.filter(
                            lasts -> lasts.minus(form.sessionLifetime()).abs().compareTo(TOLERANCE) < 0)
                    .isPresent();
            findings.expect(
                    asPlanned,
                    "a remembered session at " + site.host() + " lasts "
                            + form.sessionLifetime().toDays() + " days",
                    Finding.unmet("a remembered session at " + site.host() + " does not last as long as it should")
                            .expected(form.sessionLifetime().toDays() + " days")
                            .butWas(life.map(lasts -> lasts.toHours() + " hours")
                                    .orElse("until the browser is closed"))
                            .lookAt(site.at(form.path()).toString())
                            .lookAt("config/applications, sign-in.session-lifetime"));
        });
    }

    private String picture(Browser browser, String title) {
        return bench.screenshot(browser, title);
    }
}
