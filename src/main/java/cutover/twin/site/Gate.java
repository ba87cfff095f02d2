package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Cookies;
import cutover.twin.site.django.DebugPages;
import cutover.twin.site.django.PlainPages;
import cutover.twin.site.django.Signer;
import cutover.twin.web.LogSink;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each request passes on its way to a view and back: session, visitor, tokens, cookies. */
final class Gate {

    private static final String FLASH = "messages";

    private final Routes routes;
    private final SessionStore sessions;
    private final Visitors visitors;
    private final Signer signer;
    private final Switches faults;
    private final LogSink log;
    private final Clock clock;

    Gate(
            Routes routes,
            SessionStore sessions,
            Visitors visitors,
            Signer signer,
            Switches faults,
            LogSink log,
            Clock clock) {
        this.routes = routes;
        this.sessions = sessions;
        this.visitors = visitors;
        this.signer = signer;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    /** The messages that the browser carries. */
    Flash flash(Map<String, String> cookies) {
        Optional<String> cookie = Optional.ofNullable(cookies.get(FLASH));
        return new Flash(cookie.flatMap(text -> signer.read(FLASH, text)), cookie.isPresent());
    }

    WebResponse pass(Visit visit) {
        visit.session(
                sessions.open(visit.db(), Optional.ofNullable(visit.cookies().get(SessionStore.COOKIE))));
        if (routes.wantsSlash(visit.request().path())) {
            String query = visit.request().query();
            return Answers.moved(visit.url(visit.request().path() + "/") + (query.isEmpty() ? "" : "?" + query));
        }
        String visitor = visit.isHealth() ? "" : visitors.arrive(visit);
        WebResponse response = routed(visit);
        if (response.status() == 200 && !visit.isHealth()) {
            visitors.viewed(visit, visitor);
        }
        return cookies(visit, response);
    }

    private WebResponse routed(Visit visit) {
        Optional<Routes.Match> match = routes.match(visit.request().path());
        return match.isPresent() ? matched(visit, match.get()) : notFound(visit);
    }

    private WebResponse matched(Visit visit, Routes.Match match) {
        Route route = match.route();
        String method = visit.request().method();
        visit.parts(match.parts());
        boolean exempt = route.exempt() && !faults.on(Fault.WEBHOOKS_WANT_CSRF);
        if (!exempt && !List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(method)) {
            Optional<String> refusal =
                    visit.csrf().refusal(visit.request(), visit.form().get("csrfmiddlewaretoken"), faults);
            if (refusal.isPresent()) {
                return csrfFailed(visit, refusal.get());
            }
        }
        if (!route.takes(method)) {
            return otherMethod(visit, route);
        }
        try {
            return route.view().answer(visit);
        } catch (Missing nothingThere) {
            return notFound(visit);
        }
    }

    private WebResponse csrfFailed(Visit visit, String reason) {
        log.record("WARNING", visit.id(), "Forbidden (" + reason + "): " + visit.fullPath());
        boolean referer = reason.equals("Referer checking failed - no Referer.");
        return PlainPages.csrfFailed(
                referer
                        ? "You are seeing this message because this HTTPS site requires a 'Referer header' to be sent by"
                                + " your Web browser, but none was sent."
                        : "You are seeing this message because this site requires a CSRF cookie when submitting forms.");
    }

    private WebResponse otherMethod(Visit visit, Route route) {
        String method = visit.request().method();
        if (method.equals("OPTIONS")) {
            return Answers.empty(200).with("Allow", route.allow());
        }
        log.record("WARNING", visit.id(), "Method Not Allowed (" + method + "): " + visit.fullPath());
        return Answers.empty(405).with("Allow", route.allow());
    }

    private WebResponse notFound(Visit visit) {
        log.record("WARNING", visit.id(), "Not Found: " + visit.fullPath());
        return faults.on(Fault.DEBUG_ON)
                ? DebugPages.notFound(
                        visit.fullPath(),
                        routes.all().stream()
                                .filter(route -> route.there().getAsBoolean())
                                .map(route -> route.pattern().pattern())
                                .toList())
                : PlainPages.notFound(visit.fullPath());
    }

    private WebResponse cookies(Visit visit, WebResponse response) {
        WebResponse complete = response;
        boolean guarded = !faults.on(Fault.COOKIES_NOT_SECURE);
        Optional<String> csrf = visit.csrf().cookie();
        if (csrf.isPresent()) {
            complete = complete.with(
                    "Set-Cookie", Cookies.set(Csrf.COOKIE, csrf.get(), Csrf.YEAR, clock.instant(), guarded, false));
        }
        Optional<String> carry = visit.flash().carry();
        if (carry.isPresent()) {
            complete = complete.with(
                    "Set-Cookie",
                    Cookies.set(FLASH, signer.sign(FLASH, carry.get()), -1, clock.instant(), guarded, guarded));
        } else if (visit.flash().deletesCookie()) {
            complete = complete.with("Set-Cookie", Cookies.delete(FLASH));
        }
        Optional<String> session = sessions.save(visit.db(), visit.session());
        return session.isPresent() ? complete.with("Set-Cookie", session.get()) : complete;
    }
}
