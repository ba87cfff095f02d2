package data;

import cutover.environment.cloud.Cloud;
import cutover.environment.cloud.Traffic;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.aws.Hour;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Whether errors and latency of the last hours, as API Gateway counts them, are within the budget. */
final class TrafficBudget {

    private static final String PERMISSION = "cloudwatch:GetMetricData";

    private final Workbench bench;
    private final Asking asking;

    TrafficBudget(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "cloud");
    }

    void judged() {
        Optional<Traffic> budget = bench.environment().cloud().flatMap(Cloud::traffic);
        if (budget.isEmpty()) {
            asking.notKnown(
                    "which numbers are the site's", "cloud.traffic", "requests, errors and latency within budget");
        }
        budget.ifPresent(this::judge);
    }

    private void judge(Traffic budget) {
        bench.findings().progress("asking CloudWatch for the traffic of " + budget.hours() + " hours");
        Instant to = bench.clock().instant().truncatedTo(ChronoUnit.HOURS);
        Instant from = to.minus(Duration.ofHours(budget.hours()));
        asking.answered(
                        bench.accounts().aws().orElseThrow().traffic(budget.dimensions(), from, to),
                        "CloudWatch",
                        "the traffic of " + budget.dimensions(),
                        PERMISSION)
                .ifPresent(hours -> judge(budget, new TrafficSeen(hours, budget)));
    }

    private void judge(Traffic budget, TrafficSeen seen) {
        bench.findings().evidence().text("traffic", seen.told(seen.hours()));
        if (seen.hours().isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("there are no numbers of " + budget.dimensions())
                            .expected("requests in the last " + budget.hours() + " hours")
                            .because("CloudWatch has no point of AWS/ApiGateway Count with exactly these dimensions")
                            .lookAt(console())
                            .toDo(
                                    "compare cloud.traffic with the dimensions in CloudWatch's console; if they are right,"
                                            + " nobody has reached the gateway"));
            return;
        }
        rate(seen, "server errors", "5XX", budget.serverErrors(), Hour::serverErrors);
        rate(seen, "client errors", "4XX", budget.clientErrors(), Hour::clientErrors);
        latency(seen);
    }

    private void rate(TrafficSeen seen, String what, String kind, double most, ToLongFunction<Hour> count) {
        double percent = seen.percent(count);
        bench.findings()
                .expect(
                        percent <= most,
                        TrafficSeen.percent(percent) + " of " + seen.requests() + " requests were " + what,
                        Finding.unmet(TrafficSeen.percent(percent) + " of the last " + seen.requests()
                                        + " requests were " + what)
                                .expected("at most " + TrafficSeen.percent(most))
                                .butWas("most of them (" + kind + ") in\n" + seen.told(seen.worst(count)))
                                .lookAt(console()));
    }

    private void latency(TrafficSeen seen) {
        if (seen.busy().isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("no hour had enough requests to judge its latency by")
                            .expected("an hour with at least " + seen.budget().busyHour() + " requests")
                            .because("there were " + seen.requests() + " requests in all")
                            .lookAt(console())
                            .toDo("look at the hours by hand, or lower cloud.traffic.busy-hour"));
            return;
        }
        List<Hour> slow = seen.slow();
        bench.findings()
                .expect(
                        slow.isEmpty(),
                        "latency was within budget in each of " + seen.busy().size() + " busy hours",
                        Finding.unmet("the site was slow in " + slow.size() + (slow.size() == 1 ? " hour" : " hours"))
                                .expected(seen.budgetTold())
                                .butWas(seen.told(slow))
                                .lookAt(console()));
    }

    private static String console() {
        return "CloudWatch's console, Metrics, AWS/ApiGateway";
    }
}
