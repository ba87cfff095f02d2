package frontdoor;

import common.Answers;
import cutover.environment.PublicPages;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Cookie;
import cutover.probe.http.SetCookie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that protect, and the flags of cookies that whoever comes first is given. */
final class PublicHeaders {

    private final Workbench bench;
    private final PublicPages promised;
    private final Findings findings;

    PublicHeaders(Workbench bench, PublicPages promised) {
        this.bench = bench;
        this.promised = promised;
        this.findings = bench.findings();
    }

    void judged(List<Answered> pages) {
        if (pages.isEmpty()) {
            return;
        }
        promised.securityHeaders().forEach((name, value) -> header(name, value, pages));
        List<Given> given = pages.stream().flatMap(this::given).toList();
        flag("Secure", given, each -> each.cookie().secure());
        flag("HttpOnly", given, each -> each.cookie().httpOnly() || forScripts(each.cookie()));
    }

    private void header(String name, Pattern value, List<Answered> pages) {
        List<Answered> wrong = pages.stream()
                .filter(page -> page.headers(name).isEmpty()
                        || !page.headers(name).stream()
                                .allMatch(line -> value.matcher(line).matches()))
                .toList();
        findings.expect(
                wrong.isEmpty(),
                pages.size() + " public pages carry " + name,
                Finding.unmet("public pages of " + bench.site().host() + " do not carry the promised " + name)
                        .expected(name + ": " + value)
                        .butWas(wrong.stream()
                                .map(page -> page.sent().uri().getPath() + ": "
                                        + (page.headers(name).isEmpty()
                                                ? "none"
                                                : String.join(" | ", page.headers(name))))
                                .collect(Collectors.joining("\n")))
                        .lookAt(wrong.isEmpty() ? "" : Answers.url(wrong.get(0)))
                        .lookAt("config/applications, public-pages, security-headers")
                        .toDo("restore the middleware that sets it, and see whether the front passes it on"));
    }

    private void flag(String flag, List<Given> given, Predicate<Given> set) {
        List<Given> without = given.stream().filter(set.negate()).toList();
        findings.expect(
                without.isEmpty(),
                "cookies of public pages are " + flag + " (" + names(given) + ")",
                Finding.unmet("cookies of " + bench.site().host() + " are not " + flag + ": " + names(without))
                        .expected(flag + " on each of them")
                        .butWas(without.stream()
                                .map(each -> each.cookie().name() + " without it, from "
                                        + each.page().sent().uri().getPath())
                                .collect(Collectors.joining("\n")))
                        .lookAt(
                                without.isEmpty()
                                        ? ""
                                        : Answers.url(without.get(0).page()))
                        .toDo("set SESSION_COOKIE_SECURE, CSRF_COOKIE_SECURE and SESSION_COOKIE_HTTPONLY: what is sent"
                                + " over plain http, or read by a script, can be stolen"));
    }

    /** The cookies of a page, without those that it takes away. */
    private Stream<Given> given(Answered page) {
        Instant now = bench.clock().instant();
        return page.headers("Set-Cookie").stream()
                .map(line -> SetCookie.read(line, page.sent().uri(), now))
                .flatMap(Optional::stream)
                .filter(cookie -> cookie.expires().map(now::isBefore).orElse(true))
                .map(cookie -> new Given(page, cookie));
    }

    private boolean forScripts(Cookie cookie) {
        return cookie.name().equals(bench.application().signIn().csrfCookie())
                || promised.cookiesForScripts().contains(cookie.name());
    }

    private static String names(List<Given> given) {
        return given.isEmpty()
                ? "none"
                : given.stream()
                        .map(each -> each.cookie().name())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private record Given(Answered page, Cookie cookie) {}
}
