package frontdoor;

import cutover.environment.front.Dns;
import cutover.environment.front.Gone;
import cutover.environment.front.NumericAddress;
import cutover.environment.front.RecordSet;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a name of ours still leads to the platform that was left: whoever claims it there answers under our name. */
final class Takeover {

    private static final Set<String> LEADING = Set.of("A", "AAAA", "CNAME");
    private static final int HTTP = 80;
    /** Whoever makes a bucket of that name owns it, wherever the application was before. */
    private static final Gone.Answer BUCKET = new Gone.Answer(404, "NoSuchBucket", true);

    private final Workbench bench;
    private final List<Gone> gone;

    Takeover(Workbench bench, List<Gone> gone) {
        this.bench = bench;
        this.gone = gone;
    }

    void judged() {
        Set<String> names = bench.outside().dns().map(Takeover::names).orElse(new TreeSet<>());
        if (names.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("whether a name of ours still leads to the old platform can't be told")
                            .expected("the names of our zones")
                            .because("config/environments has no dns, or its zones list no names"));
            return;
        }
        long open = names.stream().filter(this::open).count();
        if (open == 0) {
            bench.findings()
                    .add(Finding.met(
                            "none of our names leads to where the old application was: " + String.join(", ", names)));
        }
    }

    private static Set<String> names(Dns dns) {
        return dns.zones().stream()
                .flatMap(zone -> zone.records().stream()
                        .filter(set -> LEADING.contains(set.type()))
                        .map((RecordSet set) -> set.fullName(zone.name())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** True, with a finding added, when the name could be taken over, or when that can't be told. */
    private boolean open(String name) {
        bench.findings().progress("looking whether " + name + " leads to the old platform");
        Led led = new WhereNamesLead(bench).of(name);
        if (led.heard().isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("nobody tells where " + name + " leads")
                            .expected("no alias to the old application")
                            .because(String.join("; ", led.unheard())));
            return true;
        }
        Optional<Finding> finding = alias(name, led).or(() -> unclaimed(name, led));
        finding.ifPresent(bench.findings()::add);
        return finding.isPresent();
    }

    private Optional<Finding> alias(String name, Led led) {
        return gone.stream()
                .map(Gone::name)
                .filter(former -> led.aliases().contains(former) && !ours(former))
                .findFirst()
                .map(former -> Finding.unmet(name + " is still an alias of the old application, " + former)
                        .expected("no record of ours that leads to the old platform")
                        .butWas(name + " leads by way of " + String.join(", ", led.aliases()))
                        .lookAt("dig " + name + " CNAME")
                        .toDo(remedy("take the record away, or point it at the new home, today")));
    }

    /** A former name of our own may be led to: it is ours. */
    private boolean ours(String former) {
        return bench.outside().dns().flatMap(dns -> dns.zoneOf(former)).isPresent();
    }

    private Optional<Finding> unclaimed(String name, Led led) {
        return led.addresses().stream()
                .flatMap(address -> unclaimed(name, address))
                .findFirst();
    }

    private Stream<Finding> unclaimed(String name, String address) {
        return bench.outside().reach(NumericAddress.of(address), HTTP).stream()
                .map(reach -> bench.outside().at(reach).get(URI.create("http://" + name + "/")))
                .flatMap(seen -> seen.fold(Stream::of, none -> Stream.<Answered>of()))
                .flatMap(this::unclaimed)
                .map(answer -> nobodys(name, address, answer));
    }

    private Stream<Gone.Answer> unclaimed(Answered answered) {
        return Stream.concat(
                        gone.stream().flatMap(each -> GoneAnswer.answers(each, answered).stream()),
                        Stream.of(BUCKET).filter(each -> GoneAnswer.fits(each, answered)))
                .filter(Gone.Answer::unclaimed);
    }

    private static Finding nobodys(String name, String address, Gone.Answer answer) {
        return Finding.unmet(name + " leads to a platform where nobody owns it")
                .expected("no record of ours that leads where anybody may claim the name")
                .butWas("http://" + name + "/ at " + address + " answers " + answer.status() + " with \""
                        + answer.text() + "\"")
                .lookAt("dig " + name + " A " + name + " AAAA " + name + " CNAME")
                .toDo(remedy(
                        "take the record away, point it at the new home, or make again what is missing there, today"));
    }

    private static String remedy(String now) {
        return now
                + ": any customer of that platform can claim the name"
                + " and answer in our place, with a certificate";
    }
}
