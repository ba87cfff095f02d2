package webhooks;

import common.LogTrail;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.log.AccessLine;
import cutover.probe.log.LogRecord;
import java.time.Instant;
import java.util.List;

/** Requests of a provider itself in the log of a site: they carry no mark of ours, so time, path and agent tell them. */
final class Requests {

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final Instant start;

    Requests(Workbench bench, Instant start) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.start = start;
    }

    /**
     * The site's log has the provider's post since the start.
     *
     * @param who the provider, for messages
     * @param path of the webhook, without stage prefix and query
     * @param posts how many there must be by now; the log knows seconds only, so that one must be told from the next by
     *     counting
     */
    void logged(String who, String path, int status, int posts) {
        findings.progress("waiting for " + who + "'s request in the log of " + site.host());
        LogTrail trail = new LogTrail(bench, site, start);
        trail.awaited(path, found -> count(found, path, status) >= posts)
                .ifPresent(found -> findings.expect(
                        count(found, path, status) >= posts,
                        "the log of " + site.host() + " has " + who + "'s request",
                        Finding.unmet(who + "'s request did not reach " + site.host())
                                .expected("an access line \"POST " + path + "\" with status " + status
                                        + ", not of this suite's own agent, within "
                                        + Durations.told(
                                                bench.environment().deadlines().log()))
                                .butWas((posts == 1 ? "none" : "no further one") + " since " + start
                                        + elsewhere(path, status))
                                .lookAt(trail.place())
                                .toDo("look where " + who + " really calls (step L14), and in the other host's log")));
    }

    private String elsewhere(String path, int status) {
        return bench.otherSites().stream()
                .filter(other -> count(new LogTrail(bench, other, start).peek(path), path, status) > 0)
                .map(other -> "\nit is in the log of " + other.host() + " instead")
                .findFirst()
                .orElse("");
    }

    private long count(List<LogRecord> found, String path, int status) {
        return found.stream()
                .flatMap(record -> AccessLine.in(record).stream())
                .filter(line -> line.method().equals("POST")
                        && line.state() == status
                        && !line.at().isBefore(start.minusSeconds(1))
                        && !line.userAgent().contains("Cutover/")
                        && line.path().split("\\?", 2)[0].endsWith(path))
                .count();
    }
}
