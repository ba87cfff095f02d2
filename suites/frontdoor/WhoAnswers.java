package frontdoor;

import common.Answers;
import common.Fingerprint;
import common.Lasting;
import common.OldHost;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.NoAnswer;
import cutover.probe.http.RawAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Who answers at each address of a site's name: the right platform in the right build, and no other at any of them. */
final class WhoAnswers {

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final OldHost old;
    private final RawAddress page;
    /** The same header need not be told for each address. */
    private final Set<String> demands = new HashSet<>();

    /** @param bench before the site that has its name in public */
    WhoAnswers(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.old = new OldHost(bench);
        this.page = RawAddress.of(site.at(bench.application().build().path()).toString())
                .orElseThrow();
    }

    /**
     * One address.
     *
     * @param wrong what is wrong there; empty when nothing is
     */
    private record Seen(NamedAddress told, String who, String wrong) {

        String line() {
            return told.told() + ": " + who + (wrong.isEmpty() ? "" : "  <<<<<");
        }
    }

    /** Each address that a resolver or a server of the zone tells is asked by itself. */
    void atEachAddress() {
        PublicAddresses.Known known = new PublicAddresses(bench).of(site.host());
        if (known.addresses().isEmpty()) {
            findings.add(nowhere(known));
            return;
        }
        List<Seen> seen = known.addresses().stream()
                .map(this::asked)
                .flatMap(Optional::stream)
                .toList();
        if (!seen.isEmpty()) {
            Finding finding = finding(seen);
            findings.add(finding);
            old.atItsAddresses(site, finding);
        }
    }

    private Optional<Seen> asked(NamedAddress told) {
        Optional<InetSocketAddress> place = bench.outside().reach(told.address(), page.port());
        if (place.isEmpty()) {
            findings.add(unreached(told, "a rehearsal reaches pinned addresses only"));
        }
        return place.flatMap(to -> bench.outside()
                .at(to)
                .get(page)
                .fold(answer -> Optional.of(answered(told, answer)), none -> silent(told, none)));
    }

    private Optional<Seen> silent(NamedAddress told, NoAnswer none) {
        if (none.kind() == NoAnswer.Kind.UNREACHABLE) {
            findings.add(unreached(told, none.detail()));
            return Optional.empty();
        }
        String words = Answers.words(none.kind());
        return Optional.of(new Seen(told, "no answer, " + words, "does not answer: " + words));
    }

    private Seen answered(NamedAddress told, Answered answer) {
        old.certificate(site, answer);
        if (demands.add(new Lasting(answer).strict().orElse(""))) {
            new StrictTransport(bench).judged(site, answer);
        }
        Optional<String> stranger = Fingerprint.stranger(site, answer);
        if (stranger.isPresent()) {
            String who = Platforms.answers(bench.environment(), site, answer);
            return new Seen(told, who + " (" + stranger.get() + "), status " + answer.status(), "is " + who);
        }
        String build = build(answer);
        boolean right = site.build().map(build::equals).orElse(true);
        String who = site.platform() + ", build " + build + ", status " + answer.status()
                + answer.header("Location").map(to -> " Location: " + to).orElse("");
        if (answer.status() != 200) {
            return new Seen(told, who, "answers " + answer.status());
        }
        return new Seen(told, who, right ? "" : "runs build " + build);
    }

    private String build(Answered answer) {
        Matcher matcher = bench.application().build().pattern().matcher(answer.text());
        if (!matcher.find()) {
            return "none";
        }
        bench.runs(site, matcher.group(1));
        return matcher.group(1);
    }

    private Finding finding(List<Seen> seen) {
        List<Seen> wrong = new ArrayList<>(seen);
        wrong.removeIf(one -> one.wrong().isEmpty());
        if (wrong.isEmpty()) {
            return Finding.met("each address of " + site.host() + " is the same site: "
                    + seen.stream().map(Seen::line).collect(Collectors.joining("; ")));
        }
        return Finding.unmet(wrong.size() + " of " + seen.size() + " addresses of " + site.host()
                        + (wrong.size() == 1 ? " is" : " are") + " not the site: "
                        + wrong.get(0).told().told() + " " + wrong.get(0).wrong())
                .expected("at each address " + site.platform()
                        + site.build().map(build -> ", build " + build).orElse("") + ", status 200")
                .butWas(seen.stream().map(Seen::line).collect(Collectors.joining("\n")))
                .lookAt(page.toString())
                .lookAt("told by " + String.join(", ", tellers(wrong.get(0).told())));
    }

    /** The zone's own servers where they tell it: resolvers only repeat them. */
    private List<String> tellers(NamedAddress told) {
        List<String> own = new ArrayList<>(told.by());
        bench.outside().resolvers().forEach(resolver -> own.remove(resolver.name()));
        return own.isEmpty() ? told.by() : own;
    }

    private Finding unreached(NamedAddress told, String why) {
        return Finding.unknown("nobody could be asked at " + told.told() + ", an address of " + site.host())
                .expected("a way to each address of " + site.host())
                .because(why)
                .toDo("look at this machine's network first, and whether it has " + (told.v6() ? "IPv6" : "IPv4")
                        + "; then run again");
    }

    private Finding nowhere(PublicAddresses.Known known) {
        return known.heard()
                ? Finding.unmet(site.host() + " has no address")
                        .expected("an address at which " + site.platform() + " answers")
                        .butWas("resolvers and name servers answer that there is none")
                        .lookAt("config/dns, zones")
                : Finding.unknown("nobody tells the address of " + site.host())
                        .expected("an answer of a resolver in config/dns")
                        .because(
                                known.silent().isEmpty()
                                        ? "config/dns names no resolver"
                                        : String.join("\n", known.silent()))
                        .toDo("look whether this machine may ask name servers, port 53 over UDP and TCP");
    }
}
