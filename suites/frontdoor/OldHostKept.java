package frontdoor;

import cutover.environment.Site;
import cutover.environment.front.Gone;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import java.util.List;
import java.util.Optional;

/** Whether the old host could take its people back: its application is there, and its name would have a certificate. */
final class OldHostKept {

    private final Workbench bench;

    OldHostKept(Workbench bench) {
        this.bench = bench;
    }

    void judged() {
        Optional<Site> old = bench.environment().siteLeft();
        List<Gone> places = bench.environment().gone();
        if (old.isEmpty() || places.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("where the old application could be switched on again is not known here")
                            .expected("its names, at its platform and of its own")
                            .because("config/environments has no " + (old.isEmpty() ? "leaves" : "gone"))
                            .toDo("name them, or look at the platform's console by hand"));
            return;
        }
        for (Gone place : places) {
            new OldAppKept(bench, old.get(), place).judged();
            if (place.name().equals(old.get().host())) {
                new CertificateToGoBackTo(bench, place).judged();
            }
        }
    }
}
