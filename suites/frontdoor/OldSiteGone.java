package frontdoor;

import cutover.environment.front.Gone;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The application is off under each of its former names, and none of them can be taken over. */
final class OldSiteGone {

    private final Workbench bench;
    /** Of each address that was asked, whether it is off there. */
    private final List<Boolean> off = new ArrayList<>();

    OldSiteGone(Workbench bench) {
        this.bench = bench;
    }

    void judged() {
        List<Gone> gone = bench.environment().gone().stream()
                .filter(each -> each.in(bench.phase()))
                .toList();
        if (gone.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("where the old application must be gone is not known here")
                            .expected("its names, at its platform and of its own, with the phase "
                                    + bench.phase().key())
                            .because("config/environments, gone, has none")
                            .toDo("name them, or look at each name by hand"));
            return;
        }
        gone.forEach(this::judge);
        tell(gone);
        new Takeover(bench, gone).judged();
    }

    private void judge(Gone gone) {
        bench.findings().progress("asking for the old application at " + gone.name());
        for (String address : addresses(gone)) {
            off.add(new GoneAtAddress(bench, gone, address).judged());
        }
    }

    private void tell(List<Gone> gone) {
        String witness = gone.stream().map(Gone::name).distinct().collect(Collectors.joining(", "));
        boolean all = !off.isEmpty() && !off.contains(false);
        bench.wayBack(
                all
                        ? WayBack.atACost(
                                Subject.OLD_APPLICATION,
                                "it is off: only by switching it on again at its platform, and looking whether it works",
                                witness)
                        : WayBack.notKnown(
                                Subject.OLD_APPLICATION,
                                "it is not off everywhere, and whether it works was not looked at",
                                witness));
    }

    private List<String> addresses(Gone gone) {
        if (!gone.at().isEmpty()) {
            return known(gone, gone.at());
        }
        Led led = new WhereNamesLead(bench).of(gone.name());
        if (led.addresses().isEmpty()) {
            bench.findings().add(nowhere(gone, led));
        }
        return known(gone, led.addresses());
    }

    private List<String> known(Gone gone, List<String> addresses) {
        List<String> known = new ArrayList<>();
        for (String address : addresses) {
            boolean reached = GoneAtAddress.PORTS.values().stream()
                    .allMatch(port -> bench.outside()
                            .reach(NumericAddress.of(address), port)
                            .isPresent());
            if (reached) {
                known.add(address);
            } else {
                bench.findings()
                        .add(Finding.unknown(gone.name() + " is at " + address + ", which a rehearsal leaves alone")
                                .expected("an address of the rehearsal's own")
                                .because("config/environments, pins, lacks " + address + ":80 or :443")
                                .toDo("see who tells that address, or pin it"));
            }
        }
        return known;
    }

    /** No address is no proof: the application may run, and lead to it again as soon as somebody sets a record. */
    private Finding nowhere(Gone gone, Led led) {
        return Finding.unknown(gone.name() + " leads nowhere, so nobody says that the old application is off")
                .expected("the platform's own answer at the addresses of the name")
                .because(
                        led.heard().isEmpty()
                                ? "no resolver answers: " + String.join("; ", led.unheard())
                                : "no address according to " + String.join(", ", led.heard()))
                .lookAt("config/environments, gone, at")
                .toDo("name the platform's addresses under `at`, or look at the platform's console");
    }
}
