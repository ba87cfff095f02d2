package launch;

import common.LogTrail;
import common.OwnTraffic;
import common.Weaknesses;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.log.AccessLine;
import cutover.probe.log.LogRecord;
import java.time.Instant;
import java.util.List;

/**
 * The log of a provoked error: this run's access line with status 500, and exactly one ERROR record of the same
 * invocation. The two are joined by the invocation's id, because only the access line carries the run's User-Agent.
 */
final class ErrorLog {

    private final Workbench bench;
    private final Application.ErrorPage page;
    private final Site site;
    private final Findings findings;

    ErrorLog(Workbench bench, Application.ErrorPage page) {
        this.bench = bench;
        this.page = page;
        this.site = bench.site();
        this.findings = bench.findings();
    }

    void of(Instant start, List<String> secrets) {
        findings.progress("waiting for the log of " + site.host());
        LogTrail trail = new LogTrail(bench, site, start);
        trail.awaited(bench.run(), found -> !accessLines(found).isEmpty()).ifPresent(found -> {
            List<LogRecord> access = accessLines(found);
            if (access.isEmpty()) {
                missing(trail, start);
                return;
            }
            once(trail, access);
            errorRecord(trail, access.get(0).requestId());
            withoutSecrets(trail, secrets);
        });
    }

    private List<LogRecord> accessLines(List<LogRecord> found) {
        return found.stream()
                .filter(record -> AccessLine.in(record)
                        .filter(line -> line.path().endsWith(page.path()) && line.state() >= 500)
                        .filter(line -> line.userAgent().contains(bench.run()))
                        .isPresent())
                .toList();
    }

    private void missing(LogTrail trail, Instant start) {
        String elsewhere = bench.otherSites().stream()
                .filter(other -> !accessLines(new LogTrail(bench, other, start).peek(bench.run()))
                        .isEmpty())
                .map(other -> "\nit is in the log of " + other.host() + " instead: that platform answered, or the"
                        + " log is shipped to the wrong place")
                .findFirst()
                .orElse("");
        findings.add(Finding.unmet("the provoked error left no line in the log of " + site.host())
                .expected("an access line of this run for " + page.path() + " within "
                        + Durations.told(bench.environment().deadlines().log()))
                .butWas("none with " + bench.run() + elsewhere)
                .lookAt(trail.place())
                .toDo("look whether the log group exists and the function's role may write to it"));
    }

    private void once(LogTrail trail, List<LogRecord> access) {
        findings.expect(
                access.size() == 1,
                "the log has one access line of the provoked error",
                Finding.unmet("the provoked error stands in the log of " + site.host() + " " + access.size() + " times")
                        .expected("one access line for one request")
                        .butWas(access.size() + " lines: "
                                + String.join(
                                        ", ",
                                        access.stream()
                                                .map(LogRecord::requestId)
                                                .toList()))
                        .lookAt(trail.place())
                        .toDo("look for a log handler that is attached twice: every count in this log is wrong"));
    }

    private void errorRecord(LogTrail trail, String requestId) {
        List<LogRecord> errors = trail.awaited(
                        requestId, found -> !errors(found).isEmpty())
                .map(this::errors)
                .orElse(null);
        if (errors == null) {
            return;
        }
        findings.expect(
                errors.size() == 1,
                "the log has one ERROR record of the same invocation (" + requestId + ")",
                Finding.unmet("the log of " + site.host() + " has " + (errors.isEmpty() ? "no" : errors.size())
                                + " ERROR record" + (errors.size() > 1 ? "s" : "") + " of the provoked error")
                        .expected("exactly one ERROR record \"" + page.logMessageAt(site) + "\" of invocation "
                                + requestId)
                        .butWas(errors.isEmpty() ? "none" : errors.size() + " records")
                        .lookAt(trail.place())
                        .toDo("look at the logging settings: without ERROR records nobody can find a failure"));
        errors.stream().limit(1).forEach(error -> {
            findings.evidence().text("the ERROR record", error.raw());
            findings.expect(
                    error.message().contains(page.logDetail()),
                    "the ERROR record tells the cause",
                    Finding.unmet("the ERROR record of " + site.host() + " does not tell the cause")
                            .expected("\"" + page.logDetail() + "\" in its traceback")
                            .butWas(error.message()
                                    .lines()
                                    .limit(3)
                                    .reduce("", (a, b) -> a + "\n" + b)
                                    .strip())
                            .lookAt(trail.place()));
        });
    }

    private List<LogRecord> errors(List<LogRecord> found) {
        return found.stream()
                .filter(record -> record.isLevel("ERROR") && record.message().startsWith(page.logMessageAt(site)))
                .toList();
    }

    private void withoutSecrets(LogTrail trail, List<String> secrets) {
        if (secrets.isEmpty()) {
            findings.add(Finding.unknown("whether the log of " + site.host() + " holds session cookies")
                    .expected("a session cookie of this visit to search for")
                    .because("the browser told none")
                    .lookAt(trail.place()));
            return;
        }
        List<Boolean> found = secrets.stream()
                .flatMap(secret -> trail.now(secret).stream())
                // a cookie with a greeting is the same in every visit
                .map(records ->
                        records.stream().anyMatch(record -> !OwnTraffic.isOfAnotherRun(record.raw(), bench.run())))
                .toList();
        if (found.size() < secrets.size()) {
            return;
        }
        boolean held = found.contains(true);
        if (held && bench.accepted(Weaknesses.LOG_HOLDS_SECRETS)) {
            findings.add(Finding.met("the log holds session cookies: a known weakness, accepted for this environment"));
            return;
        }
        findings.expect(
                !held,
                "the log holds no session cookie of this run",
                Finding.unmet("the log of " + site.host() + " holds session cookies in clear")
                        .expected("no cookie or token of this run in the log")
                        .butWas("the session cookie of this visit is in it")
                        .lookAt(trail.place())
                        .lookAt("config/environments, accepted: " + Weaknesses.LOG_HOLDS_SECRETS)
                        .toDo("set the platform's log level from DEBUG to INFO: whoever reads the log can take over"
                                + " sessions"));
    }
}
