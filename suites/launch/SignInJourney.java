package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Persona;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.HtmlForm;
import cutover.probe.http.Visit;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Signs a persona in over HTTP, as the form for everybody does it: token, cookie, Referer, and a remembered session. */
final class SignInJourney {

    private final Workbench bench;
    private final Application.SignIn form;
    private final Site site;
    private final Answers answers;

    SignInJourney(Workbench bench) {
        this.bench = bench;
        this.form = bench.application().signIn();
        this.site = bench.site();
        this.answers = new Answers(bench.findings());
    }

    /** The visit of the persona that has this role; empty, with a finding added, when it could not be signed in. */
    Optional<Visit> as(String role) {
        Persona persona = bench.environment().personas().get(role);
        if (persona == null) {
            bench.findings().add(bench.noPersona(role));
            return Optional.empty();
        }
        Visit visit = bench.signingVisit();
        // with next, because the framework's own landing page has no stage prefix
        String next = site.stagePrefix() + bench.application().health().path();
        URI page = site.at(form.path() + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        String what = "the sign-in page of " + site.host();
        Optional<Answered> shown = answers.answered(visit.get(page), what, 200);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Optional<HtmlForm> fields = HtmlForm.in(shown.get(), form.form());
        if (fields.isEmpty()) {
            bench.findings()
                    .add(Finding.unmet(what + " shows no sign-in form")
                            .expected("a form " + form.form())
                            .butWas(Exchanges.line(shown.get()) + Answers.hint(shown.get()) + base64(shown.get()))
                            .lookAt(page.toString())
                            .lookAt(answers.kept(shown.get(), what).path())
                            .toDo(SignInRemedy.noForm()));
            return Optional.empty();
        }
        return posted(role, persona, visit, page, fields.get());
    }

    private Optional<Visit> posted(String role, Persona persona, Visit visit, URI page, HtmlForm shown) {
        Map<String, String> fields = shown.filled(
                Map.of(form.user(), persona.login(), form.password(), persona.typed(), form.remember(), "on"));
        String what = "the sign-in of " + role + " at " + site.host();
        Optional<Answered> answer = answers.answered(visit.post(shown.action(), fields, page), what);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        bench.learnCookies(visit.jar());
        boolean session = visit.jar().cookie(form.sessionCookie()).isPresent();
        if (answer.get().status() == 302 && session) {
            return Optional.of(visit);
        }
        bench.findings()
                .add(Finding.unmet(what + " fails" + reason(answer.get(), session, visit))
                        .expected("status 302 and a cookie " + form.sessionCookie())
                        .butWas(Exchanges.line(answer.get())
                                + Answers.hint(answer.get())
                                + (session
                                        ? ""
                                        : "\nno cookie " + form.sessionCookie() + " was kept from: "
                                                + answer.get()
                                                        .headers("Set-Cookie")
                                                        .size() + " Set-Cookie header(s)"))
                        .lookAt(page.toString())
                        .lookAt(answers.kept(answer.get(), what).path())
                        .toDo(remedy(answer.get(), persona, visit)));
        return Optional.empty();
    }

    private String remedy(Answered answer, Persona persona, Visit visit) {
        if (answer.status() == 403 || answer.status() == 302) {
            return visit.jar().cookie(form.csrfCookie()).isEmpty() || answer.status() == 302
                    ? SignInRemedy.lostCookie()
                    : SignInRemedy.refusedForm();
        }
        return answer.text().contains(form.failure())
                ? SignInRemedy.wrongPassword(persona.passwordName())
                : SignInRemedy.other();
    }

    private String reason(Answered answer, boolean session, Visit visit) {
        if (answer.status() == 403 && visit.jar().cookie(form.csrfCookie()).isEmpty()) {
            return ": the cookie " + form.csrfCookie() + " was lost on the way";
        }
        if (answer.status() == 403) {
            return ": the form post is refused";
        }
        if (answer.text().contains(form.failure())) {
            return ": login and password are not accepted";
        }
        if (answer.status() == 302 && !session) {
            return ": no session cookie arrives";
        }
        return "";
    }

    private static String base64(Answered answer) {
        return answer.text().strip().matches("(?s)[A-Za-z0-9+/\\r\\n]{40,}={0,2}")
                ? "\nthe page arrived as base64 text: binary support of gateway and function disagree"
                : "";
    }
}
