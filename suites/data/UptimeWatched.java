package data;

import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.provider.pingdom.PingdomAccount;
import cutover.provider.pingdom.UptimeWatch;
import cutover.runbook.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether Pingdom watches the health page under the public name, finds it up, and would tell somebody. */
final class UptimeWatched {

    private static final String ANY_TEXT = "uptime-without-text";

    private final Workbench bench;
    private final Asking asking;
    private final Site site;
    private final String wanted;

    UptimeWatched(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "pingdom");
        this.site = bench.site();
        this.wanted = site.at(bench.application().health().path()).toString();
    }

    void judged() {
        Optional<PingdomAccount> account = bench.accounts().pingdom();
        if (account.isEmpty()) {
            asking.notKnown(
                    "who watches " + wanted, "pingdom", "a monitor that is up, and tells somebody when it is not");
            return;
        }
        bench.findings().progress("asking Pingdom who watches " + site.host());
        asking.answered(account.get().watches(site.host()), "Pingdom", "who watches " + site.host(), "read access")
                .ifPresent(this::judge);
    }

    /** The monitor of the new name follows its redirect and says up, whatever happens where the users are. */
    void afterARollback() {
        if (bench.accounts().pingdom().isPresent()) {
            judged();
        } else {
            bench.findings()
                    .progress("who watches " + wanted
                            + " is not asked: the environment has no pingdom. See that the monitor"
                            + " watches this address itself, and not the new name, whose redirect it follows");
        }
    }

    private void judge(List<UptimeWatch> seen) {
        bench.findings().evidence().text("monitors of " + site.host(), told(seen));
        List<UptimeWatch> right =
                seen.stream().filter(watch -> watch.address().equals(wanted)).toList();
        if (right.isEmpty()) {
            bench.findings()
                    .add(unmet("nobody watches " + wanted)
                            .butWas(told(seen))
                            .toDo(
                                    "create a monitor for exactly this address, by https, or correct the one that is there"
                                            + (bench.phase() == Phase.ROLLEDBACK
                                                    ? "; one of the new name follows its redirect, and says"
                                                            + " nothing of this host"
                                                    : "")));
            return;
        }
        Optional<UptimeWatch> sound =
                right.stream().filter(watch -> flaws(watch).isEmpty()).findFirst();
        if (sound.isPresent()) {
            bench.findings()
                    .add(Finding.met("Pingdom watches " + wanted + ", finds it up, and tells "
                            + sound.get().told() + " users, teams or integrations; who they are was not asked"));
        } else {
            bench.findings()
                    .add(unmet("the monitor of " + wanted + " "
                                    + flaws(right.get(0)).get(0))
                            .butWas(told(right)));
        }
    }

    private List<String> flaws(UptimeWatch watch) {
        List<String> flaws = new ArrayList<>();
        if (!watch.state().equals("up")) {
            flaws.add("is " + watch.state().replace('_', ' '));
        }
        if (watch.told() == 0) {
            flaws.add("tells nobody");
        }
        String body = bench.application().health().body();
        if (!bench.accepted(ANY_TEXT) && (watch.text().isEmpty() || !body.contains(watch.text()))) {
            flaws.add("does not compare the text of the page (" + ANY_TEXT + "), so that a parking page is up too");
        }
        return flaws;
    }

    private Unmet unmet(String sentence) {
        return Finding.unmet(sentence)
                .expected("a monitor of " + wanted + " that is up, looks for \""
                        + bench.application().health().body() + "\" and tells somebody")
                .lookAt("https://my.pingdom.com, Uptime");
    }

    private static String told(List<UptimeWatch> seen) {
        return seen.isEmpty()
                ? "no monitor of that host"
                : seen.stream()
                        .map(watch -> watch.address() + " (" + watch.name() + "), " + watch.state() + ", looks for "
                                + (watch.text().isEmpty() ? "no text" : '"' + watch.text() + '"') + ", tells "
                                + watch.told())
                        .collect(Collectors.joining("\n"));
    }
}
