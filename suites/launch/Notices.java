package launch;

import common.LogTrail;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.log.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the application sends to others while pages are opened: neither written to the log instead, nor lost on its way out. */
final class Notices {

    private static final Pattern HOST = Pattern.compile("host='([\\w.-]+)'");
    private static final String SOMEBODY = "a host outside";

    private final Site site;
    private final Application.Chrome chrome;
    private final Findings findings;
    private final LogTrail trail;
    private final String run;

    /** @param start when the pages began to be opened */
    Notices(Workbench bench, Instant start) {
        this.site = bench.site();
        this.chrome = bench.application().chrome();
        this.findings = bench.findings();
        this.trail = new LogTrail(bench, site, start);
        this.run = bench.run();
    }

    /** Judges them once the log shows this run; a log that is silent proves nothing. */
    void sent() {
        Optional<List<LogRecord>> own = trail.awaited(run, found -> !found.isEmpty());
        if (own.isEmpty()) {
            return;
        }
        if (own.get().isEmpty()) {
            findings.add(Finding.unknown("whether notifications of " + site.host() + " are sent")
                    .expected("this run's own lines in the log")
                    .because("the log holds none of them")
                    .lookAt(trail.place())
                    .toDo("mend the log first, step L6 tells what is wrong with it; then run again"));
            return;
        }
        chrome.divertedNotices().forEach(text -> trail.now(text).ifPresent(found -> notDiverted(text, found)));
        chrome.unreachedNotices().forEach(text -> trail.now(text).ifPresent(found -> gotOut(text, found)));
    }

    private void notDiverted(String notice, List<LogRecord> found) {
        findings.expect(
                found.isEmpty(),
                "no notification of " + site.host() + " is diverted to the log (" + notice + ")",
                Finding.unmet("notifications of " + site.host() + " are written to the log instead of being sent")
                        .expected("no line with \"" + notice + "\"")
                        .butWas(found.size() + " line(s), the first at " + first(found))
                        .lookAt(trail.place())
                        .toDo("set DIVERT_REMOTE_CONNECTIONS to exactly False and deploy; then send what was lost"
                                + " since the switch"));
    }

    /** One finding for each host; the records themselves may hold addresses that are secrets, so that none is shown. */
    private void gotOut(String text, List<LogRecord> found) {
        if (found.isEmpty()) {
            findings.add(
                    Finding.met("nothing that " + site.host() + " sent to others failed on its way (" + text + ")"));
        }
        byHost(found)
                .forEach((host, records) -> findings.add(Finding.unmet(host + " can't be reached from " + site.host())
                        .expected("no record with \"" + text + "\" while pages are opened")
                        .butWas(records.size() + " record(s), the first at " + first(records))
                        .lookAt(trail.place() + ", \"" + text + "\"")
                        .toDo(
                                "let the function's network out to that host (allow-list, security group, NAT): that mail or"
                                        + " another provider is reached says nothing about this one. Then send what was lost"
                                        + " since the switch")));
    }

    private static Map<String, List<LogRecord>> byHost(List<LogRecord> found) {
        return found.stream().collect(Collectors.groupingBy(Notices::host, TreeMap::new, Collectors.toList()));
    }

    private static String host(LogRecord record) {
        Matcher named = HOST.matcher(record.message());
        return named.find() ? named.group(1) : SOMEBODY;
    }

    private static String first(List<LogRecord> found) {
        return found.stream().map(record -> record.at().toString()).findFirst().orElse("");
    }
}
