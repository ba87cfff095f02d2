package common;

import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.patience.Patience;
import cutover.patience.Wait;
import cutover.probe.http.Exchanges;
import cutover.probe.http.HttpObservation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Waits until the site is there, and looks at what shows that it is this application, in good health. */
public final class SiteAppears {

    private final Workbench bench;
    private final Site site;
    private final Application application;
    private final Findings findings;
    private final Answers answers;

    public SiteAppears(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.application = bench.application();
        this.findings = bench.findings();
        this.answers = new Answers(findings);
    }

    /** Waits for the site, tells "not yet" from "wrong", and a cold answer from a warm one. */
    public void inTime() {
        URI page = site.at(application.build().path());
        Patience patience = Patience.atMost(bench.environment().deadlines().appears());
        Wait<Appearance> wait = patience.waitFor(
                site.origin().toString(),
                () -> Appearance.of(bench.http().get(page), application.chrome()),
                Appearance::isTerminal,
                progress -> findings.progress("not yet, after " + Durations.told(progress.elapsed()) + " of "
                        + Durations.told(progress.atMost()) + ": "
                        + progress.seen().words()));
        Appearance last = wait.last().orElseThrow();
        if (last.kind() != Appearance.Kind.HERE) {
            if (last.seen().fold(answer -> answer.status() == 500, none -> false)) {
                // the most frequent cause comes first
                withItsDatabase();
            }
            findings.add(absent(wait, last, page));
            return;
        }
        findings.add(Finding.met(site.origin() + " is there (" + wait.told() + ")"));
        warmth(last.seen(), page);
    }

    private Finding absent(Wait<Appearance> wait, Appearance last, URI page) {
        boolean wrong = last.kind() == Appearance.Kind.WRONG;
        return Finding.unmet(site.origin()
                        + (wrong
                                ? " answers, but wrongly: " + last.words()
                                : " has not appeared within " + Durations.told(wait.atMost()) + ": " + last.words()))
                .expected("a page with \"" + application.chrome().text() + "\" at "
                        + application.chrome().marker())
                .butWas(Exchanges.line(last.seen())
                        + last.seen().fold(Answers::hint, none -> "")
                        + (wrong ? "" : "\n" + wait.told()))
                .lookAt(page.toString())
                .lookAt(answers.kept(last.seen(), "the first page of " + site.host())
                        .path())
                .toDo(last.remedy());
    }

    private void warmth(HttpObservation cold, URI page) {
        HttpObservation warm = bench.http().get(page);
        Duration budget = bench.environment().deadlines().pageBudget();
        String told = "the first page took " + Durations.told(cold.total()) + " at first and "
                + Durations.told(warm.total()) + " when warm";
        findings.expect(
                warm.total().compareTo(budget) <= 0,
                told,
                Finding.unmet("the first page of " + site.host() + " is slow even when warm")
                        .expected("at most " + Durations.told(budget))
                        .butWas(told)
                        .lookAt(page.toString())
                        .lookAt("config/environments, deadlines.page-budget"));
    }

    /** The platform's fingerprint on the first page, and no trace of another platform. */
    public void onItsPlatform() {
        URI page = site.at(application.build().path());
        answers.answered(bench.http().get(page), "the first page of " + site.host(), 200)
                .ifPresent(answer -> {
                    new Fingerprint(site, findings).judge(answer);
                    new OldHost(bench).certificate(site, answer);
                    StrictSeen.tell(bench, site.host(), answer);
                });
    }

    /** The build that is deployed. */
    public void inTheRightBuild() {
        URI page = site.at(application.build().path());
        answers.answered(bench.http().get(page), "the first page of " + site.host(), 200)
                .ifPresent(answer -> new BuildMarker(bench).judge(answer));
    }

    /** The health page, exactly. */
    public void inHealth() {
        Application.Health health = application.health();
        URI page = site.at(health.path() + "?cutover=" + bench.marker());
        String what = "the health page of " + site.host();
        answers.answered(bench.http().get(page), what, 200).ifPresent(answer -> {
            String body = answer.text().strip();
            findings.expect(
                    body.equals(health.body()),
                    what + " says \"" + health.body() + "\"",
                    Finding.unmet(what + " is answered by something else")
                            .expected("exactly \"" + health.body() + "\"")
                            .butWas("\"" + shortened(body) + "\"")
                            .lookAt(page.toString())
                            .lookAt(answers.kept(answer, what).path()));
            findings.expect(
                    answer.mediaType().equals(health.contentType()),
                    what + " is " + health.contentType(),
                    Finding.unmet(what + " has another content type")
                            .expected(health.contentType())
                            .butWas(answer.mediaType())
                            .lookAt(page.toString()));
        });
    }

    /** Whether the database is behind the health page; touches nothing (a session that does not exist is looked up). */
    public void withItsDatabase() {
        application.database().ifPresent(probe -> {
            URI page = site.at(probe.path() + "?cutover=" + bench.marker());
            String what = "the database behind " + site.host();
            HttpObservation seen =
                    bench.http().get(page, Map.of("Cookie", probe.cookie() + "=" + bench.freshToken(32)));
            answers.answered(seen, what).ifPresent(answer -> {
                List<String> cookies = answer.headers("Set-Cookie").stream()
                        .filter(line -> line.startsWith(probe.cookie() + "="))
                        .toList();
                // below a stage the health page is no longer exempt from counting visitors: a new session is saved
                boolean asked = cookies.stream().anyMatch(SiteAppears::deletes)
                        || !site.stagePrefix().isEmpty() && !cookies.isEmpty();
                String sign = site.stagePrefix().isEmpty()
                        ? "the unknown session cookie deleted"
                        : "the unknown session cookie deleted, or replaced by that of a new session";
                findings.expect(
                        answer.status() == 200 && asked,
                        what + " answers",
                        Finding.unmet(
                                        answer.status() == 500
                                                ? what + " does not answer, though the health page is green"
                                                : what + " was not asked")
                                .expected("status 200 and " + sign)
                                .butWas(Exchanges.line(answer) + (asked ? "" : "\nthe cookie was left alone"))
                                .lookAt(page.toString())
                                .lookAt(answers.kept(answer, what).path())
                                .toDo("look whether the database runs and accepts the application: host, password,"
                                        + " security group; the health page alone never asks it"));
            });
        });
    }

    private static boolean deletes(String cookie) {
        return cookie.toLowerCase(Locale.ROOT).matches(".*(max-age=0|01[ -]jan[ -]1970).*");
    }

    /** A request under a forged host name is refused. Django mails the administrators about it: once per run. */
    public void butNotForForgedHosts() {
        URI page = site.at(application.health().path() + "?cutover=" + bench.marker());
        String forged = "forged.cutover.example";
        String what = "a request with the forged host name " + forged;
        answers.answered(bench.http().get(page, Map.of("Host", forged)), what)
                .ifPresent(answer -> findings.expect(
                        answer.status() >= 400 && answer.status() < 500,
                        what + " is refused with " + answer.status(),
                        Finding.unmet(
                                        answer.status() < 400
                                                ? what + " is served by " + site.host()
                                                : what + " makes " + site.host() + " fail with " + answer.status())
                                .expected("status 400 (or another 4xx of the platform)")
                                .butWas(Exchanges.line(answer))
                                .lookAt(page.toString())
                                .lookAt(answers.kept(answer, what).path())
                                .toDo("set ALLOWED_HOSTS to the real names: links in password mails are built from the"
                                        + " host of the request")));
    }

    /** What crawlers are told. */
    public void withItsRobotsFile() {
        Application.Robots robots = application.robots();
        URI page = site.at(robots.path());
        String what = "the robots file of " + site.host();
        answers.answered(bench.http().get(page), what, 200).ifPresent(answer -> {
            var lines = answer.text().lines().map(String::strip).toList();
            var missing = robots.lines().stream()
                    .filter(line -> !lines.contains(line))
                    .toList();
            findings.expect(
                    missing.isEmpty(),
                    what + " allows the public pages",
                    Finding.unmet(what + " no longer allows what it should")
                            .expected(String.join("\n", robots.lines()))
                            .butWas("missing: " + String.join(", ", missing))
                            .lookAt(page.toString())
                            .lookAt(answers.kept(answer, what).path())
                            .toDo("restore the lines: search engines drop the pages within days"));
        });
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
