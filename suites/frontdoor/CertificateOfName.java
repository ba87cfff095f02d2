package frontdoor;

import cutover.environment.Pin;
import cutover.environment.front.Certificates;
import cutover.environment.front.Endpoint;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.runbook.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One name: where it leads, or will lead, and what is shown there. */
final class CertificateOfName {

    private static final int HTTPS = 443;

    private final Workbench bench;
    private final Certificates certificates;
    private final Certificates.Name name;

    CertificateOfName(Workbench bench, Certificates certificates, Certificates.Name name) {
        this.bench = bench;
        this.certificates = certificates;
        this.name = name;
    }

    void judged() {
        bench.findings().progress("looking at the certificates of " + name.name());
        if (name.at().isEmpty()) {
            whereItLeads();
        } else {
            look(spots(name.at()));
        }
        name.caa().ifPresent(issuer -> new Caa(bench).judged(issuer, name.name()));
    }

    private void whereItLeads() {
        Led led = new WhereNamesLead(bench).of(name.name());
        if (!led.addresses().isEmpty()) {
            look(spots(led.addresses()));
        } else if (led.heard().isEmpty()) {
            bench.findings().add(nobodyTells(led));
        } else {
            pinned().ifPresentOrElse(this::atThePin, () -> bench.findings().add(nowhere(led)));
        }
    }

    /** What is reached for each address; a finding is added for one that must be left alone. */
    private List<Spot> spots(List<String> addresses) {
        List<Spot> spots = new ArrayList<>();
        for (String address : addresses) {
            bench.outside()
                    .reach(NumericAddress.of(address), HTTPS)
                    .ifPresentOrElse(
                            reach -> spots.add(Spot.at(address, HTTPS, reach)),
                            () -> bench.findings().add(leftAlone(address)));
        }
        return spots;
    }

    private void look(List<Spot> spots) {
        new SpotsOfName(bench, certificates, name, spots).judged();
    }

    private void atThePin(Pin pin) {
        Spot spot = Spot.of(pin);
        bench.findings()
                .add(Finding.met(name.name() + " has no address yet: its certificate is looked at where its pin leads, "
                        + spot.told()));
        look(List.of(spot));
    }

    private Optional<Pin> pinned() {
        return bench.environment().pins().stream()
                .filter(pin -> pin.host().equals(name.name()) && pin.port() == HTTPS)
                .findFirst();
    }

    private Finding nobodyTells(Led led) {
        return Finding.unknown("nobody tells where " + name.name() + " leads, so its certificate can't be looked at")
                .expected("an answer of at least one resolver")
                .because(
                        led.unheard().isEmpty()
                                ? "config/environments has no dns, and with it no resolvers"
                                : String.join("; ", led.unheard()))
                .toDo("see whether this machine may ask any name server; then run again");
    }

    /** Before the launch a name may have no address yet; later that is the site's own trouble. */
    private Finding nowhere(Led led) {
        String sentence = name.name() + " has no address, so nobody is shown its certificate";
        String expected = "an address, or a pin " + name.name() + ":443 -> address:port to where it will lead";
        String seen = "no address according to " + String.join(", ", led.heard());
        return bench.phase() == Phase.BEFORE
                ? Finding.unknown(sentence)
                        .expected(expected)
                        .because(seen)
                        .lookAt("config/environments, pins and certificates")
                        .toDo("pin the name to where it will lead, so that its certificate is tested before DNS moves")
                : Finding.unmet(sentence)
                        .expected(expected)
                        .butWas(seen)
                        .toDo("set the name's records; the certificate is looked at once it leads somewhere");
    }

    private Finding leftAlone(String address) {
        return Finding.unknown(name.name() + " leads to " + address + ", which a rehearsal leaves alone")
                .expected("an address of the rehearsal's own")
                .because("no pin of config/environments has " + new Endpoint(address, HTTPS))
                .toDo("see who tells that address, or pin it");
    }
}
