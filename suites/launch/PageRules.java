package launch;

import cutover.environment.Application;
import cutover.environment.Site;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.browser.PageObservation;
import cutover.probe.browser.Resource;
import cutover.probe.http.Answered;
import cutover.probe.http.Html;
import cutover.probe.http.Reference;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What every page that is explored has to keep to. */
final class PageRules {

    static final String ROOT_LINKS = "links-without-stage";

    private final Workbench bench;
    private final Site site;
    private final Application application;
    private final Offences offences;
    /** Each thing is told with the first page that shows it. */
    private final Set<String> told = new HashSet<>();

    private final Offences.Rule opens;
    private final Offences.Rule marked;
    private final Offences.Rule noErrors;
    private final Offences.Rule quiet;
    private final Offences.Rule whole;
    private final Offences.Rule ownHosts;
    private final Offences.Rule noOldHosts;
    private final Offences.Rule noMixed;
    private final Offences.Rule fast;
    private final Offences.Rule language;
    private final Offences.Rule uncached;
    private final Offences.Rule staged;

    PageRules(Workbench bench, Offences offences) {
        this.bench = bench;
        this.site = bench.site();
        this.application = bench.application();
        this.offences = offences;
        String pages = "pages of " + site.host();
        this.opens = rule("every page explored opens", pages + " can't be opened", "status 200", "");
        this.marked = rule(
                "every page explored is one of the application's, signed in",
                pages + " are not the application's, or not signed in",
                "\"" + application.chrome().text() + "\" at "
                        + application.chrome().marker() + ", and "
                        + application.signIn().signedIn(),
                "look whether the session was lost on the way, or another service answers");
        this.noErrors = rule("no page shows an error text", pages + " show an error text", "no error text", "");
        this.quiet = rule(
                "no page has errors in the browser's console",
                pages + " have errors in the browser's console",
                "an empty console",
                "open the page with the browser's developer tools; a stale script beside new pages looks like this");
        this.whole = rule(
                "everything that pages load arrives",
                pages + " load something that does not arrive",
                "status 2xx or 3xx for everything a page loads",
                "open the address by hand; a refusal of the asset store means its policy, a 404 means that the assets of"
                        + " this build were not uploaded");
        this.ownHosts = rule(
                "pages load from known hosts only",
                pages + " load from hosts that are not known",
                "hosts " + String.join(", ", allowedHosts()),
                "add the host to asset-hosts if it is right");
        this.noOldHosts = rule(
                "no page names a host that must not show",
                pages + " name a host that must not show",
                "none of " + String.join(", ", site.forbiddenHosts()),
                "find where the address is set (DEFAULT_HOST, templates, database) and correct it: after the old host is"
                        + " gone these are dead ends");
        this.noMixed = rule(
                "no page embeds anything over plain http",
                pages + " embed something over plain http",
                "https for all that is embedded",
                "correct the address; browsers block it");
        this.fast = rule(
                "every page opens within "
                        + Durations.told(bench.environment().deadlines().pageBudget()),
                pages + " are slow",
                "at most " + Durations.told(bench.environment().deadlines().pageBudget()),
                "look whether only the first requests are slow (cold start), or all (database, network)");
        this.language = rule(
                "every page is in the language '" + application.language() + "'",
                pages + " are in another language",
                "Content-Language: " + application.language(),
                "look whether Accept-Language reaches the application, and what a cache in front makes of it");
        this.uncached = rule(
                "no page of a signed-in person comes from a cache",
                pages + " come from a cache in front",
                "no Age above 0 and no 'Hit' in X-Cache",
                "switch the cache off for everything but assets at once: people see each other's pages");
        this.staged = rule(
                "every link keeps the stage prefix '" + site.stagePrefix() + "'",
                pages + " hold links without the stage prefix",
                "links below " + site.stagePrefix(),
                "templates with fixed paths are expected to fail on the temporary address only; accept " + ROOT_LINKS
                        + " there");
        Stream.of(
                        opens,
                        marked,
                        noErrors,
                        noOldHosts,
                        whole,
                        ownHosts,
                        noMixed,
                        quiet,
                        language,
                        uncached,
                        staged,
                        fast)
                .filter(rule -> rule != staged || !site.stagePrefix().isEmpty())
                .forEach(offences::rule);
    }

    private static Offences.Rule rule(String met, String unmet, String expected, String toDo) {
        return new Offences.Rule(met, unmet, expected, toDo);
    }

    /** Judges what the browser showed. */
    void judge(PageObservation seen, boolean signedIn) {
        String page = seen.asked().getPath();
        if (seen.trouble() != PageObservation.Trouble.NONE || seen.status() != 200) {
            offences.add(
                    opens,
                    page + " answers " + Pages.status(seen) + (seen.detail().isEmpty() ? "" : "\n  " + seen.detail()));
            return;
        }
        Html html = Html.of(seen.html(), seen.uri());
        boolean marker = html.texts(application.chrome().marker()).stream()
                .anyMatch(text -> text.contains(application.chrome().text()));
        if (!marker || !signedIn) {
            offences.add(marked, page + (marker ? " is not signed in" : " is another page: \"" + seen.title() + "\""));
        }
        application.chrome().errorTexts().stream()
                .filter(seen.html()::contains)
                .forEach(text -> offences.add(noErrors, page + " shows \"" + text + "\""));
        seen.consoleErrors().stream()
                .filter(error -> application.explore().harmless().stream()
                        .noneMatch(pattern -> pattern.matcher(error).find()))
                // a resource that failed is told by its own rule
                .filter(error -> !error.contains("Failed to load resource"))
                .forEach(error -> offences.add(quiet, error + " (on " + page + ")"));
        seen.resources().forEach(resource -> judge(resource, page));
        html.mixedContent().stream()
                .filter(reference -> told.add(noMixed.unmet() + reference.target()))
                .forEach(reference -> offences.add(noMixed, reference.target() + " (on " + page + ")"));
        Stream.concat(html.links().stream(), html.assets().stream()).forEach(reference -> judge(reference, page));
        if (seen.took().compareTo(bench.environment().deadlines().pageBudget()) > 0) {
            offences.add(fast, page + " took " + Durations.told(seen.took()));
        }
    }

    private void judge(Resource resource, String page) {
        boolean blockedByUs = resource.failure().contains("BLOCKED_BY_CLIENT");
        boolean mixed = "http".equals(resource.uri().getScheme());
        if (blockedByUs || mixed || "data".equals(resource.uri().getScheme())) {
            return;
        }
        if (site.analyticsHosts().contains(String.valueOf(resource.uri().getHost()))) {
            // kept away from them, so nothing arrives
            return;
        }
        if (resource.uri().getHost() != null
                && !allowedHosts().contains(resource.uri().getHost())) {
            if (!site.forbids(resource.uri().getHost())) {
                offences.add(ownHosts, resource.uri() + " (on " + page + ")");
            }
            return;
        }
        if ((resource.status() == 0 || resource.status() >= 400)
                && told.add(whole.unmet() + withoutQuery(resource.uri()))) {
            offences.add(
                    whole,
                    withoutQuery(resource.uri()) + " "
                            + (resource.status() == 0 ? resource.failure() : "answers " + resource.status())
                            + " (" + resource.type() + " on " + page + ")");
        }
    }

    private void judge(Reference reference, String page) {
        String host = reference.target().getHost();
        if (host == null) {
            return;
        }
        if (site.forbids(host) && told.add(noOldHosts.unmet() + reference.target())) {
            offences.add(
                    noOldHosts, host + " in " + reference.target() + " (" + reference.kind() + " on " + page + ")");
        }
        if (host.equals(site.host()) && !reference.isAsset() && !site.holds(reference.target())) {
            if (bench.accepted(ROOT_LINKS)) {
                offences.accept(staged, reference.target().getPath());
            } else if (told.add(staged.unmet() + reference.target())) {
                offences.add(staged, reference.target() + " (on " + page + ")");
            }
        }
    }

    /** Judges the same page as HTTP shows it. */
    void judge(Answered answer) {
        String page = answer.sent().uri().getPath();
        Optional<String> spoken = answer.header("Content-Language");
        if (answer.status() == 200
                && !spoken.map(application.language()::equals).orElse(false)) {
            offences.add(language, page + " is in '" + spoken.orElse("no declared language") + "'");
        }
        boolean aged =
                answer.header("Age").filter(age -> !age.strip().equals("0")).isPresent();
        if (aged
                || answer.header("X-Cache")
                        .filter(cache -> cache.contains("Hit"))
                        .isPresent()) {
            offences.add(
                    uncached,
                    page + ": Age " + answer.header("Age").orElse("-") + ", X-Cache "
                            + answer.header("X-Cache").orElse("-"));
        }
        for (String header : List.of("Location", "Link", "Content-Security-Policy", "Access-Control-Allow-Origin")) {
            String value = answer.header(header).orElse("");
            site.forbiddenHosts().stream()
                    .filter(value::contains)
                    .forEach(
                            host -> offences.add(noOldHosts, host + " in the header " + header + " (on " + page + ")"));
        }
    }

    private List<String> allowedHosts() {
        return Stream.concat(Stream.of(site.host()), site.assetHosts().stream()).toList();
    }

    private static String withoutQuery(URI uri) {
        String text = uri.toString();
        return text.contains("?") ? text.substring(0, text.indexOf('?')) : text;
    }
}
