package webhooks;

import common.LogTrail;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.http.HttpObservation;
import cutover.probe.log.AccessLine;
import cutover.probe.log.LogRecord;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this step posted, each under a name of its own, and what the log of the site has of it. */
final class Posts {

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final Instant start;
    private final Map<String, Integer> statuses = new LinkedHashMap<>();

    Posts(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.start = bench.clock().instant();
    }

    Instant start() {
        return start;
    }

    /** @param name stands in the request's agent, and so in the log */
    HttpObservation send(URI address, Map<String, String> headers, byte[] body, String name) {
        HttpObservation seen = bench.post(address, headers, body, name);
        seen.fold(answer -> statuses.put(name, answer.status()), none -> null);
        return seen;
    }

    /** What was accepted stands in the log once; what was refused does not stand there as accepted. */
    void logged() {
        List<String> accepted = named(true);
        if (accepted.isEmpty()) {
            return;
        }
        findings.progress("waiting for the access lines in the log of " + site.host());
        LogTrail trail = new LogTrail(bench, site, start);
        trail.awaited(bench.marker(), found -> accepted.stream().allMatch(name -> lines(found, name) > 0))
                .ifPresent(found -> {
                    accepted.forEach(name -> once(trail, name, lines(found, name)));
                    refusedToo(trail, found);
                });
    }

    private void once(LogTrail trail, String name, long lines) {
        findings.expect(
                lines == 1,
                "the log of " + site.host() + " has the accepted request '" + name + "' once",
                Finding.unmet("the log of " + site.host() + " has " + (lines == 0 ? "no line" : lines + " lines")
                                + " of the accepted request '" + name + "'")
                        .expected("one access line of a POST by the agent " + bench.marker() + "-" + name
                                + " with status " + statuses.get(name) + " within "
                                + Durations.told(bench.environment().deadlines().log()))
                        .butWas(lines + " lines")
                        .lookAt(trail.place())
                        .toDo(
                                lines == 0
                                        ? "if step L6 misses its lines too, mend the log first; else another host took"
                                                + " the request: look at its log"
                                        : "look for a log handler that is attached twice: every count in this log is"
                                                + " wrong"));
    }

    private void refusedToo(LogTrail trail, List<LogRecord> found) {
        List<String> acted =
                named(false).stream().filter(name -> lines(found, name) > 0).toList();
        findings.expect(
                acted.isEmpty(),
                "the log of " + site.host() + " has nothing refused as accepted",
                Finding.unmet("the log of " + site.host() + " shows as accepted what was refused to us")
                        .expected("no access line with status 2xx of a refused request")
                        .butWas("2xx for: " + String.join(", ", acted))
                        .lookAt(trail.place())
                        .toDo("something between us and the application changes its answers: look at the gateway's"
                                + " responses"));
    }

    private List<String> named(boolean accepted) {
        return statuses.entrySet().stream()
                .filter(one -> (one.getValue() / 100 == 2) == accepted)
                .map(Map.Entry::getKey)
                .toList();
    }

    private long lines(List<LogRecord> found, String name) {
        return found.stream()
                .flatMap(record -> AccessLine.in(record).stream())
                .filter(line -> line.userAgent().contains(bench.marker() + "-" + name + ")")
                        && line.method().equals("POST")
                        && line.state() / 100 == 2)
                .count();
    }
}
