package webhooks;

import cutover.environment.MailDomain;
import cutover.finding.Finding;
import cutover.provider.mailgun.AccountHook;
import cutover.provider.mailgun.MailRoute;
import cutover.provider.mailgun.MailgunAccount;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a domain at Mailgun tells its events and what it does with mail that comes in. */
final class MailWiring {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\"')\\s]+");

    private final Wiring wiring;
    private final String key;
    private final MailDomain domain;
    private final MailgunAccount mailgun;
    private final String who;

    MailWiring(Wiring wiring, String name, MailDomain domain, MailgunAccount mailgun) {
        this.wiring = wiring;
        this.key = "mail-domains." + name;
        this.domain = domain;
        this.mailgun = mailgun;
        this.who = "Mailgun " + domain.domain();
    }

    void judged() {
        wiring.findings().progress("asking Mailgun where " + domain.domain() + " leads");
        wiring.answered(mailgun.webhooks(domain.domain()), who, key).ifPresent(hooks -> {
            wiring.keep("webhooks of " + domain.domain(), hooks);
            domain.webhooks().forEach((event, path) -> set(event, hooks.getOrDefault(event, List.of()), path));
            hooks.forEach(this::notNamed);
            state();
            wiring.answered(mailgun.routes(), who, key).ifPresent(this::routes);
            wiring.answered(mailgun.accountHooks(), who, key).ifPresent(this::account);
        });
    }

    private void set(String event, List<String> urls, String path) {
        if (urls.isEmpty()) {
            wiring.compared(who, "tells " + event + " to", "", path, console());
        }
        urls.forEach(url -> wiring.compared(who, "tells " + event + " to", url, path, console()));
    }

    private void notNamed(String event, List<String> urls) {
        if (!domain.webhooks().containsKey(event)) {
            urls.forEach(url -> wiring.noLeftover(who, "tells " + event + " to", url, console()));
        }
    }

    private void state() {
        wiring.answered(mailgun.domains(), who, key)
                .ifPresent(domains -> domains.stream()
                        .filter(one -> one.name().equals(domain.domain()))
                        .findFirst()
                        .ifPresentOrElse(
                                one -> wiring.findings()
                                        .expect(
                                                one.state().equals("active"),
                                                who + " is active",
                                                Finding.unmet(who + " is " + one.state())
                                                        .expected("state active")
                                                        .butWas(one.state())
                                                        .lookAt(console())
                                                        .toDo("open the domain in Mailgun's console: it says which DNS"
                                                                + " record it misses")),
                                () -> wiring.findings()
                                        .add(Finding.unmet("the account at Mailgun has no domain " + domain.domain())
                                                .expected(domain.domain() + " in region "
                                                        + domain.region().key())
                                                .butWas(domains.stream()
                                                        .map(one -> one.name())
                                                        .toList()
                                                        .toString())
                                                .lookAt(console())
                                                .toDo("look in the other region, and at the key's account"))));
    }

    private void routes(List<MailRoute> routes) {
        wiring.keep("routes at Mailgun", routes);
        for (MailRoute route : routes) {
            for (String action : route.actions()) {
                Matcher address = ADDRESS.matcher(action);
                while (address.find()) {
                    wiring.noLeftover(
                            "Mailgun's route " + route.expression(),
                            "forwards to",
                            address.group(),
                            "Mailgun's console, Receiving, route " + route.id());
                }
            }
        }
    }

    private void account(List<AccountHook> hooks) {
        hooks.forEach(hook -> wiring.noLeftover(
                "Mailgun's account", "tells " + String.join(", ", hook.events()) + " to", hook.url(), console()));
    }

    private String console() {
        return "Mailgun's console (" + domain.region().key() + "), Webhooks, " + domain.domain();
    }
}
