package frontdoor;

import cutover.finding.Finding;
import cutover.patience.Durations;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Served;
import cutover.probe.dns.Served.Standing;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether each server that is named for a zone serves it, at each of its addresses. */
final class ZoneServers {

    private static final Map<Standing, String> SAID = Map.of(
            Standing.LAME, "is named as a server of %s and does not serve it",
            Standing.REFUSED, "refuses questions about %s",
            Standing.FAILED, "fails on questions about %s",
            Standing.DEAD, "gives no usable answer about %s");

    private static final Map<Standing, String> TO_DO = Map.of(
            Standing.LAME, "give the zone to the server, or take the server out of the delegation",
            Standing.REFUSED, "allow questions from everywhere there, or take the server out of the delegation",
            Standing.FAILED, "see in the server's log why it could not load the zone",
            Standing.DEAD,
                    "see whether it runs, and answers whole messages over UDP and TCP; as long as it is named, resolvers"
                            + " wait for it");

    private final ZoneDesk desk;

    ZoneServers(ZoneDesk desk) {
        this.desk = desk;
    }

    /** The servers that answer with authority; findings tell about the others. */
    List<NameServer> judged(List<Served> named) {
        List<Served> untold = named.stream().filter(each -> ours(each, named)).toList();
        List<Served> open = new ArrayList<>(named);
        open.removeAll(untold);
        open.stream()
                .filter(each -> !each.authoritative())
                .forEach(each -> desk.findings().add(wrong(each)));
        List<Served> serving = open.stream().filter(Served::authoritative).toList();
        serving.stream()
                .filter(each -> each.slowerThan(desk.dns().slow()))
                .forEach(each -> desk.findings().add(slow(each)));
        if (!untold.isEmpty()) {
            desk.findings().add(unknown(untold));
        }
        if (!serving.isEmpty()) {
            desk.findings()
                    .add(Finding.met(serving.size() + " of " + named.size() + " servers of " + desk.name()
                            + " answer with authority"));
        }
        return serving.stream().map(Served::server).toList();
    }

    /**
     * Nothing left this machine; or the server is silent over IPv6 and so is every other one, while it may well be that
     * this machine's own way to IPv6 ends nowhere.
     */
    private static boolean ours(Served one, List<Served> all) {
        boolean six = six(one);
        boolean noneOfThem = all.stream()
                .filter(ZoneServers::six)
                .allMatch(each -> each.standing().compareTo(Standing.DEAD) >= 0);
        boolean others = all.stream().anyMatch(each -> !six(each) && each.authoritative());
        return one.standing() == Standing.UNTOLD || six && noneOfThem && others;
    }

    private static boolean six(Served served) {
        return served.server().address().getAddress() instanceof Inet6Address;
    }

    private Finding wrong(Served served) {
        Standing standing = served.standing();
        return Finding.unmet(ZoneDesk.told(served.server()) + " "
                        + SAID.get(standing).formatted(desk.name()))
                .expected("an answer with authority")
                .butWas(outcomes(served))
                .toDo(TO_DO.get(standing));
    }

    private Finding slow(Served served) {
        return Finding.unmet(ZoneDesk.told(served.server()) + " is slow to answer about " + desk.name())
                .expected("at most " + Durations.told(desk.dns().slow()))
                .butWas("NS took " + Durations.told(served.ns().took()) + ", SOA "
                        + Durations.told(served.soa().took()))
                .lookAt("config/dns, slow")
                .toDo("look at the server's load and at the way there; each first visit waits for it");
    }

    private Finding unknown(List<Served> untold) {
        return Finding.unknown("servers of " + desk.name() + " could not be asked from here: "
                        + untold.stream()
                                .map(each -> ZoneDesk.told(each.server()))
                                .collect(Collectors.joining(", ")))
                .expected("each server asked at each address, of IPv6 too")
                .because(outcomes(untold.get(0)))
                .toDo("run it from a machine that reaches them; IPv6 often ends at the office's router");
    }

    private static String outcomes(Served served) {
        return outcome("NS", served.ns()) + "; " + outcome("SOA", served.soa());
    }

    private static String outcome(String type, DnsObservation seen) {
        String authority = seen.fold(answered -> answered.aa() ? "" : " without authority", silent -> "");
        return type + ": " + seen.outcome() + authority;
    }
}
