package frontdoor;

import common.Answers;
import common.Fingerprint;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.NoAnswer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;

/** The old site at one of its addresses: it serves its own page and its health page, and needs nothing of the new host. */
final class ServedByItself {

    private static final int HTTPS = 443;
    private static final String APPLICATION_FIRST =
            "the name leads where it should: see steps R9 and R5 first, what is wrong is the application";

    private final Workbench bench;
    private final Site old;
    private final Application application;
    private final String address;

    ServedByItself(Workbench bench, String address) {
        this.bench = bench;
        this.old = bench.site();
        this.application = bench.application();
        this.address = address;
    }

    void judged() {
        Optional<InetSocketAddress> reach = bench.outside().reach(NumericAddress.of(address), HTTPS);
        if (reach.isEmpty()) {
            bench.findings().add(unreached("a rehearsal reaches pinned addresses only"));
            return;
        }
        bench.findings().progress("asking " + old.host() + " at " + address);
        URI page = old.at(application.build().path());
        bench.findings().add(bench.outside().at(reach.get()).get(page).fold(this::page, this::silent));
        URI health = old.at(application.health().path());
        bench.findings().add(bench.outside().at(reach.get()).get(health).fold(this::health, this::silent));
    }

    private Finding page(Answered answer) {
        Optional<String> stranger = Fingerprint.stranger(old, answer);
        if (answer.isRedirect()) {
            return wrong("is sent on", "", answer);
        }
        if (stranger.isPresent()) {
            return wrong("is not served by " + old.platform() + " (" + stranger.get() + ")", APPLICATION_FIRST, answer);
        }
        if (answer.status() != 200) {
            return wrong("answers " + answer.status(), APPLICATION_FIRST, answer);
        }
        if (!old.build().map(build(answer)::equals).orElse(true)) {
            return wrong("runs build " + build(answer), "see step R6: the records are right, the code is not", answer);
        }
        return names(answer)
                ? wrong(
                        "names the new host, " + newHost() + ",",
                        "take the address out of the old site (settings, templates, assets): once the new host is taken away"
                                + " it leads nowhere",
                        answer)
                : Finding.met(old.host() + " is served by " + old.platform() + " at " + address + ", build "
                        + build(answer) + ", and names nothing of the new host");
    }

    private Finding health(Answered answer) {
        String wanted = application.health().body();
        return answer.status() == 200 && answer.text().strip().equals(wanted)
                ? Finding.met("its health page at " + address + " says \"" + wanted + "\"")
                : wrong("has another health page", APPLICATION_FIRST, answer);
    }

    private Finding wrong(String does, String toDo, Answered answer) {
        return Finding.unmet(old.host() + " " + does + " at " + address)
                .expected("its own page by " + old.platform()
                        + old.build().map(build -> ", build " + build).orElse("") + ", without a redirect and without "
                        + newHost())
                .butWas(Exchanges.line(answer)
                        + answer.header("Location")
                                .map(to -> "\nLocation: " + to)
                                .orElse("")
                        + Answers.hint(answer))
                .lookAt(Answers.url(answer))
                .toDo(toDo);
    }

    private Finding silent(NoAnswer none) {
        return none.kind() == NoAnswer.Kind.UNREACHABLE
                ? unreached(none.detail())
                : Finding.unmet(old.host() + " does not answer at " + address + ": " + Answers.words(none.kind()))
                        .expected("its own page by " + old.platform())
                        .butWas(none.detail())
                        .lookAt(none.sent().uri().toString());
    }

    private Finding unreached(String why) {
        return Finding.unknown("nobody could be asked for " + old.host() + " at " + address)
                .expected("a way to each address of the old host")
                .because(why)
                .toDo("look at this machine's network and the pins; then run again");
    }

    private boolean names(Answered answer) {
        return answer.text().contains("//" + newHost());
    }

    private String newHost() {
        return bench.environment().siteUnderTest().host();
    }

    private String build(Answered answer) {
        Matcher matcher = application.build().pattern().matcher(answer.text());
        return matcher.find() ? matcher.group(1) : "none";
    }
}
