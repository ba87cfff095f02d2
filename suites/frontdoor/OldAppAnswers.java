package frontdoor;

import common.Answers;
import common.Fingerprint;
import cutover.environment.Site;
import cutover.environment.front.Gone;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.NoAnswer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Whether the old application answers again at its platform: under the platform's name for it, which no record of ours has
 * to lead to, and under its domain at the platform's own addresses. The health page is asked: what lies behind it is the
 * business of the steps that look there.
 */
public final class OldAppAnswers {

    private static final int HTTPS = 443;

    private final Workbench bench;
    private final Site old;

    /** @param bench before the old site */
    public OldAppAnswers(Workbench bench) {
        this.bench = bench;
        this.old = bench.site();
    }

    /** Adds its findings. */
    public void judged() {
        List<Gone> places = bench.environment().gone();
        if (places.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("where the old application answers at its platform is not known here")
                            .expected("its names there, whether its domain leads there yet or not")
                            .because("config/environments, gone, has none")
                            .toDo("name them, or open the platform's name for it by hand"));
        }
        places.forEach(this::judge);
    }

    private void judge(Gone place) {
        bench.findings().progress("asking for the old application at " + place.name());
        List<String> addresses = place.at().isEmpty()
                ? new WhereNamesLead(bench).of(place.name()).addresses()
                : place.at();
        if (addresses.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown(
                                    place.name() + " leads nowhere, so nobody could be asked for the old application")
                            .expected("an address of the platform")
                            .because("no resolver and no server of the zone tells one")
                            .lookAt("config/environments, gone")
                            .toDo("see whether the name is spelt right, and whether resolvers answer at all"));
        }
        addresses.forEach(address -> bench.findings().add(look(place, address)));
    }

    private Finding look(Gone place, String address) {
        URI page = URI.create(
                "https://" + place.name() + bench.application().health().path());
        String where = page + " at " + address;
        Optional<InetSocketAddress> reach = bench.outside().reach(NumericAddress.of(address), HTTPS);
        if (reach.isEmpty()) {
            return unreached(where, "a rehearsal reaches pinned addresses only");
        }
        return bench.outside()
                .at(reach.get())
                .get(page)
                .fold(answer -> answered(place, where, answer), none -> silent(where, none));
    }

    private Finding answered(Gone place, String where, Answered answer) {
        boolean healthy = answer.status() == 200
                && answer.text().strip().equals(bench.application().health().body());
        // an application that does not take the platform's name refuses it, and so is there
        boolean refuses = answer.status() == 400 && !place.name().equals(old.host());
        Optional<String> stranger = Fingerprint.stranger(old, answer);
        if (stranger.isEmpty() && (healthy || refuses)) {
            return Finding.met("the old application answers at " + where
                    + (refuses ? " (400: it does not take the platform's name)" : ""));
        }
        return unmet(place, where, answer, stranger);
    }

    private Unmet unmet(Gone place, String where, Answered answer, Optional<String> stranger) {
        boolean off = GoneAnswer.answers(place, answer).isPresent();
        String says = off
                ? "the old application is off at " + where
                : stranger.map(sign -> "the old application does not answer at " + where
                                + ", the platform or somebody else" + " does (" + sign + ")")
                        .orElse("the old application is not in order at " + where);
        return Finding.unmet(says)
                .expected("200 with \"" + bench.application().health().body() + "\" by " + old.platform())
                .butWas(Exchanges.line(answer) + Answers.hint(answer))
                .lookAt(Answers.url(answer))
                .lookAt("config/environments, gone")
                .toDo(
                        off
                                ? "scale its processes up and end maintenance mode; where its domain is not known any more, add"
                                        + " the domain to it again"
                                : "");
    }

    private static Finding silent(String where, NoAnswer none) {
        return none.kind() == NoAnswer.Kind.UNREACHABLE
                ? unreached(where, none.detail())
                : Finding.unmet("nobody answers for the old application at " + where + ": "
                                + Answers.words(none.kind()))
                        .expected("the old application")
                        .butWas(none.detail())
                        .lookAt(none.sent().uri().toString());
    }

    private static Finding unreached(String where, String why) {
        return Finding.unknown("nobody could be asked for the old application at " + where)
                .expected("a way to each address of the old platform")
                .because(why)
                .toDo("look at this machine's network and the pins; then run again");
    }
}
