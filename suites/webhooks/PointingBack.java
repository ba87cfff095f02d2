package webhooks;

import cutover.environment.MailDomain;
import cutover.environment.Phone;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.Told;
import cutover.provider.twilio.PhoneNumber;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the providers' calls could be led back: each lets us in, and still has the number or the domain. Nothing is
 * changed; a credential that reads is one that signs in, whether it may also write shows only when it does.
 */
final class PointingBack {

    private final Workbench bench;

    PointingBack(Workbench bench) {
        this.bench = bench;
    }

    void judged() {
        Optional<Phone> phone = bench.environment().phone();
        Map<String, MailDomain> domains = bench.environment().mailDomains();
        phone.ifPresent(this::numbers);
        domains.forEach(this::domain);
        if (phone.isEmpty() && domains.isEmpty()) {
            bench.findings()
                    .add(Finding.met("no provider that calls the application is known here, so none to point back"));
        }
    }

    private void numbers(Phone phone) {
        bench.findings().progress("asking Twilio for its numbers");
        answered(bench.vendors().twilio().orElseThrow().numbers(), "Twilio", "phone")
                .ifPresent(numbers -> {
                    List<String> there =
                            numbers.stream().map(PhoneNumber::number).toList();
                    phone.numbers()
                            .forEach(line -> kept(there.contains(line.number()), "Twilio", line.number(), there));
                });
    }

    private void domain(String name, MailDomain domain) {
        bench.findings().progress("asking Mailgun for its domains");
        answered(bench.vendors().mailgun(name).domains(), "Mailgun", "mail-domains." + name)
                .ifPresent(domains -> {
                    List<String> there = domains.stream().map(one -> one.name()).toList();
                    kept(there.contains(domain.domain()), "Mailgun", domain.domain(), there);
                });
    }

    private void kept(boolean there, String provider, String what, List<String> all) {
        String witness = provider + ", " + what;
        bench.wayBack(
                there
                        ? WayBack.possible(Subject.WEBHOOKS, witness)
                        : WayBack.noLonger(Subject.WEBHOOKS, provider + " no longer has " + what, witness));
        bench.findings()
                .expect(
                        there,
                        provider + " lets us in and has " + what + ", whose calls can be pointed back",
                        Finding.unmet(provider + " has " + what + " no longer: its calls can't be pointed back")
                                .expected(what + " in the account")
                                .butWas(all.isEmpty() ? "none" : String.join(", ", all))
                                .lookAt(provider + "'s console")
                                .toDo("find out whether it was released or lies in another account; a number or domain"
                                        + " that is lost can't be led back to the old host"));
    }

    private <T> Optional<T> answered(Told<T> told, String provider, String key) {
        if (told.value().isEmpty()) {
            bench.wayBack(
                    WayBack.notKnown(Subject.WEBHOOKS, provider + " does not let us in: " + told.trouble(), provider));
            bench.findings()
                    .add(Finding.unknown("whether " + provider
                                    + "'s calls could be pointed back is not known: it does not" + " let us in")
                            .expected("an answer of its API, with the credential that would be used on that night")
                            .because(told.trouble())
                            .lookAt("config/environments, " + key)
                            .toDo("put the credential right today, and see that it may change the addresses too"));
        }
        return told.value();
    }
}
