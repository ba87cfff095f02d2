package webhooks;

import cutover.environment.Environment;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.provider.Told;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the providers call: each address must be the one on the host where the users are in this phase. */
final class Wiring {

    private final Workbench bench;
    private final Findings findings;
    private final Site home;

    /** @param bench before the site where the users are */
    Wiring(Workbench bench) {
        this.bench = bench;
        this.findings = bench.findings();
        this.home = bench.site();
    }

    /** The numbers at Twilio. */
    void ofThePhone() {
        Environment environment = bench.environment();
        if (environment.phone().isEmpty()) {
            findings.add(Finding.unknown("no account at Twilio is known here")
                    .expected("the numbers whose calls must reach " + home.host())
                    .because("config/environments has no phone")
                    .toDo("name the account, or look at the numbers by hand"));
            return;
        }
        new PhoneWiring(
                        this,
                        environment.phone().get(),
                        bench.vendors().twilio().orElseThrow())
                .judged();
    }

    /** The domains at Mailgun. */
    void ofTheMail() {
        Environment environment = bench.environment();
        if (environment.mailDomains().isEmpty()) {
            findings.add(Finding.unknown("no domain at Mailgun is known here")
                    .expected("the domains whose bounces must reach " + home.host())
                    .because("config/environments has no mail-domains")
                    .toDo("name the domains, or look at their webhooks by hand"));
        }
        environment
                .mailDomains()
                .forEach((name, domain) ->
                        new MailWiring(this, name, domain, bench.vendors().mailgun(name)).judged());
    }

    /** Each address that must be called: without a signature it is reached without a detour, and refuses. */
    void reached() {
        Environment environment = bench.environment();
        Stream<String> calls = environment.phone().stream()
                .flatMap(phone -> phone.numbers().stream())
                .flatMap(line -> Stream.concat(
                        Stream.of(line.voice()), Stream.concat(line.fallback().stream(), line.status().stream())));
        Stream<String> mail =
                environment.mailDomains().values().stream().flatMap(domain -> domain.webhooks().values().stream());
        Stream.concat(calls, mail).distinct().map(home::at).forEach(new Reached(bench)::at);
    }

    Findings findings() {
        return findings;
    }

    Site home() {
        return home;
    }

    /**
     * Compares an address with the one that it must be.
     *
     * @param who for messages, for instance "Twilio +14155550100"
     * @param verb what it does with the address, for instance "calls"
     * @param path of the address, with query if there is one
     * @param where a person finds it
     */
    void compared(String who, String verb, String seen, String path, String where) {
        URI expected = home.at(path);
        findings.expect(
                seen.equals(expected.toString()),
                who + " " + verb + " " + expected,
                Finding.unmet(who + " " + otherwise(verb, seen, expected))
                        .expected(expected.toString())
                        .butWas(seen.isEmpty() ? "no address" : seen)
                        .lookAt(where));
    }

    /** An address that none of our hosts' names may be in. */
    void noLeftover(String who, String verb, String seen, String where) {
        foreign(seen)
                .ifPresent(other -> findings.add(Finding.unmet(who + " still " + verb + " " + other)
                        .expected("nothing that names another host than " + home.host())
                        .butWas(seen)
                        .lookAt(where)
                        .toDo("take the address away, or point it at " + home.host())));
    }

    /** An address that must not be set at all. */
    void unset(String who, String verb, String seen, String where) {
        findings.expect(
                seen.isEmpty(),
                who + " " + verb + " nothing else",
                Finding.unmet(who + (foreign(seen).isPresent() ? " still " : " ") + verb + " "
                                + foreign(seen).orElse("an address that nobody expects"))
                        .expected("no address")
                        .butWas(seen)
                        .lookAt(where)
                        .toDo("take it away, or name it in config/environments if it is meant"));
    }

    /** What to say when a provider could not be asked. */
    <T> Optional<T> answered(Told<T> told, String provider, String key) {
        if (told.value().isEmpty()) {
            findings.add(Finding.unknown(provider + " could not be asked where it calls")
                    .expected("an answer of its API")
                    .because(told.trouble())
                    .lookAt("config/environments, " + key)
                    .toDo("mend our access; meanwhile look at the addresses in its console by hand"));
        }
        return told.value();
    }

    private String otherwise(String verb, String seen, URI expected) {
        if (seen.isEmpty()) {
            return verb + " nobody: no address is set";
        }
        Optional<String> other = foreign(seen);
        if (other.isPresent()) {
            return "still " + verb + " " + other.get();
        }
        if (seen.startsWith("http:")) {
            return verb + " " + home.host() + " over plain http";
        }
        if (seen.endsWith("/") || seen.contains("/?")) {
            return verb + " an address with a slash at its end";
        }
        return verb + " another address than " + expected;
    }

    /** "the old host, ..." when the address names one of our hosts that is not the one where the users are. */
    private Optional<String> foreign(String seen) {
        String host = hostOf(seen);
        List<Site> others = bench.environment().sites().values().stream()
                .filter(site -> !site.host().equals(home.host()))
                .toList();
        Optional<String> site = others.stream()
                .filter(other -> other.host().equals(host))
                .map(other -> role(other) + ", " + host)
                .findFirst();
        return site.or(() -> home.forbids(host) ? Optional.of("another host, " + host) : Optional.empty());
    }

    private String role(Site other) {
        return bench.environment().siteLeft().filter(other::equals).isPresent() ? "the old host" : "the new host";
    }

    static String hostOf(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Evidence of what a provider told. */
    void keep(String title, Object told) {
        findings.evidence().text(title, told.toString());
    }
}
