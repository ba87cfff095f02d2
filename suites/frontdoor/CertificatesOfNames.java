package frontdoor;

import cutover.environment.front.Certificates;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import java.util.List;

/** Certificates and protocols of all names that must have theirs in the phase. */
final class CertificatesOfNames {

    private final Workbench bench;

    CertificatesOfNames(Workbench bench) {
        this.bench = bench;
    }

    /** Adds findings for each name. */
    void judged() {
        bench.environment().certificates().ifPresentOrElse(this::all, this::notKnown);
    }

    private void all(Certificates certificates) {
        List<Certificates.Name> names = certificates.in(bench.phase());
        names.forEach(name -> new CertificateOfName(bench, certificates, name).judged());
        if (names.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("no name is known that must have its certificate in this phase")
                            .expected("names with the phase " + bench.phase().key())
                            .because("config/environments, certificates, has none"));
        }
    }

    private void notKnown() {
        bench.findings()
                .add(Finding.unknown("which names must have certificates is not known here")
                        .expected("the names that people and providers call by https")
                        .because("config/environments has no certificates")
                        .toDo("name them, or look at each name's certificate by hand"));
    }
}
