package frontdoor;

import common.Answers;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.http.HttpObservation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long pages take that anybody may read; remembered, so that nights can be laid beside each other. */
final class ResponseTimes {

    private static final int LOOKS = 5;

    private final Workbench bench;

    ResponseTimes(Workbench bench) {
        this.bench = bench;
    }

    /** The health page, which asks nothing else, and the first page. */
    void remembered() {
        of("the health page", bench.application().health().path());
        of("the first page", bench.application().build().path());
    }

    private void of(String what, String path) {
        URI page = bench.site().at(path);
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            Optional<Duration> took = took(page, what + " of " + bench.site().host());
            if (took.isEmpty()) {
                return;
            }
            times.add(took.get());
        }
        Duration median = times.stream().sorted().toList().get(LOOKS / 2);
        bench.remember("time " + what + " of " + bench.site().host() + " ms", Long.toString(median.toMillis()));
        judge(what, page, median);
    }

    private void judge(String what, URI page, Duration median) {
        Duration budget = bench.environment().deadlines().pageBudget();
        String told = what + " of " + bench.site().host() + " takes " + Durations.told(median) + " (the middle one of "
                + LOOKS + " looks)";
        bench.findings()
                .expect(
                        median.compareTo(budget) <= 0,
                        told,
                        Finding.unmet(what + " of " + bench.site().host() + " is slow")
                                .expected(
                                        "at most " + Durations.told(budget) + ", the middle one of " + LOOKS + " looks")
                                .butWas(told)
                                .lookAt(page.toString())
                                .lookAt("config/environments, deadlines.page-budget")
                                .toDo(
                                        "look at the platform's latency of the last hours, then at the database's load; the"
                                                + " report tells the times of the nights before"));
    }

    private Optional<Duration> took(URI page, String what) {
        HttpObservation seen = bench.http().get(page);
        return new Answers(bench.findings()).answered(seen, what, 200).map(answer -> answer.total());
    }
}
