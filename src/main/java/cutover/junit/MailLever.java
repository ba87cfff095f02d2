package cutover.junit;

import cutover.environment.Environment;
import cutover.environment.MailDomain;
import cutover.environment.Site;
import cutover.provider.Told;
import cutover.provider.mailgun.MailRoute;
import cutover.provider.mailgun.MailgunAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where Mailgun tells of bounces and forwards mail, for each domain of the environment. */
final class MailLever extends SideLever {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\"' )]+");

    private final Map<String, MailDomain> domains;
    private final Function<String, MailgunAccount> accounts;

    /** @param accounts by key of mail-domains */
    MailLever(Environment environment, Function<String, MailgunAccount> accounts) {
        super("mail", environment);
        this.domains = new TreeMap<>(environment.mailDomains());
        this.accounts = accounts;
    }

    @Override
    List<String> seen() {
        List<String> seen = new ArrayList<>();
        domains.forEach((name, domain) -> {
            Told<Map<String, List<String>>> told = accounts.apply(name).webhooks(domain.domain());
            Map<String, List<String>> hooks = told.value().orElse(Map.of());
            new TreeMap<>(domain.webhooks())
                    .keySet()
                    .forEach(event -> seen.add(
                            hooks.containsKey(event)
                                    ? String.join(" ", hooks.get(event))
                                    : told.trouble() + " no webhook for " + event));
        });
        seen.addAll(forwards());
        return seen;
    }

    @Override
    List<String> at(Site site) {
        Stream<String> hooks = domains.values().stream()
                .flatMap(domain -> new TreeMap<>(domain.webhooks()).values().stream())
                .map(path -> site.at(path).toString());
        String there = other(site).origin().toString();
        return Stream.concat(
                        hooks,
                        forwards().stream()
                                .map(address -> address.startsWith(there)
                                        ? site.origin() + address.substring(there.length())
                                        : address))
                .toList();
    }

    /** The addresses to which routes forward; one that can't be read has its trouble in {@link #seen()} already. */
    private List<String> forwards() {
        return domains.keySet().stream()
                .flatMap(name -> accounts.apply(name).routes().value().orElse(List.of()).stream())
                .flatMap(route -> route.actions().stream())
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    @Override
    String point(Site to) {
        List<String> told = new ArrayList<>();
        domains.forEach((name, domain) -> {
            MailgunAccount account = accounts.apply(name);
            domain.webhooks().forEach((event, path) -> {
                Told<List<String>> done = account.pointWebhookAt(
                        domain.domain(), event, List.of(to.at(path).toString()));
                told.add(done.value().map(urls -> event + " to " + urls).orElseGet(done::trouble));
            });
            account.routes().value().orElse(List.of()).forEach(route -> route(account, route, to, told));
        });
        return String.join("; ", told);
    }

    /** A route that forwards to the other site forwards to the same path here. */
    private void route(MailgunAccount account, MailRoute route, Site to, List<String> told) {
        String there = other(to).origin().toString();
        for (String action : route.actions()) {
            Matcher address = ADDRESS.matcher(action);
            if (address.find() && address.group().startsWith(there)) {
                Told<MailRoute> done = account.pointRouteAt(
                        route, to.origin() + address.group().substring(there.length()));
                told.add(done.value().map(moved -> "route " + moved.actions()).orElseGet(done::trouble));
            }
        }
    }
}
