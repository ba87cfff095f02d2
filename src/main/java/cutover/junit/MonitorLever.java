package cutover.junit;

import cutover.environment.Environment;
import cutover.environment.Site;
import cutover.provider.Told;
import cutover.provider.pingdom.PingdomAccount;
import cutover.provider.pingdom.UptimeWatch;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the two sites Pingdom asks for its health page, all monitors of that page together. */
final class MonitorLever extends SideLever {

    private final PingdomAccount account;
    private final List<Site> sites;
    private final String page;

    /** @param page path of the health page */
    MonitorLever(Environment environment, PingdomAccount account, String page) {
        super("monitor", environment);
        this.account = account;
        this.sites = List.of(environment.siteLeft().orElseThrow(), environment.siteUnderTest());
        this.page = page;
    }

    @Override
    List<String> seen() {
        Told<List<UptimeWatch>> told = told(sites);
        return told.value()
                .map(watches -> watches.stream().map(UptimeWatch::address).toList())
                .orElseGet(() -> List.of(told.trouble()));
    }

    @Override
    List<String> at(Site site) {
        return List.of(site.at(page).toString());
    }

    @Override
    String point(Site to) {
        URI address = to.at(page);
        Told<List<UptimeWatch>> told = told(List.of(other(to)));
        return told.value()
                .map(watches ->
                        watches.stream().map(watch -> point(watch, address)).collect(Collectors.joining("; ")))
                .orElseGet(told::trouble);
    }

    private String point(UptimeWatch watch, URI address) {
        Told<String> done = account.pointAt(watch, address);
        return "monitor " + watch.id()
                + done.value().map(said -> " asks " + address).orElseGet(() -> ": " + done.trouble());
    }

    private Told<List<UptimeWatch>> told(List<Site> of) {
        Told<List<UptimeWatch>> all = Told.value(List.of());
        for (Site site : of) {
            all = all.then(before -> account.watches(site.host())
                    .then(more -> Told.value(Stream.concat(before.stream(), more.stream())
                            .filter(watch -> watch.url().equals(page))
                            .toList())));
        }
        return all;
    }
}
