package frontdoor;

import common.Fingerprint;
import cutover.environment.Site;
import cutover.environment.front.Gone;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One name of the old application, while everybody is elsewhere. Off is fine, and a cost; only where the platform no longer
 * knows the application itself is there nothing left to switch on. Plain http is asked: a platform that lost the domain has
 * no certificate for it either.
 */
final class OldAppKept {

    private static final int HTTP = 80;

    private final Workbench bench;
    private final Site old;
    private final Gone place;

    OldAppKept(Workbench bench, Site old, Gone place) {
        this.bench = bench;
        this.old = old;
        this.place = place;
    }

    void judged() {
        bench.findings().progress("asking for the old application at " + place.name());
        List<String> addresses = place.at().isEmpty()
                ? new WhereNamesLead(bench).of(place.name()).addresses()
                : place.at();
        addresses.forEach(this::look);
        if (addresses.isEmpty()) {
            notTold(place.name() + " leads nowhere", place.name());
        }
    }

    private void look(String address) {
        URI page = URI.create(
                "http://" + place.name() + bench.application().health().path());
        String witness = page + " at " + address;
        bench.outside()
                .reach(NumericAddress.of(address), HTTP)
                .map(reach -> bench.outside().at(reach).get(page))
                .ifPresentOrElse(
                        seen -> seen.fold(
                                answer -> answered(answer, witness),
                                none -> notTold("nobody answers: " + none.detail(), witness)),
                        () -> notTold("a rehearsal reaches pinned addresses only", witness));
    }

    private boolean answered(Answered answer, String witness) {
        Optional<Gone.Answer> own = GoneAnswer.answers(place, answer);
        if (own.isPresent() && own.get().unclaimed()) {
            return ownDomain() ? cost("its domain is to be added to it again", witness) : deleted(answer, witness);
        }
        if (own.isPresent()) {
            return cost("it is off: only by switching it on again", witness);
        }
        if (answer.text().toLowerCase(java.util.Locale.ROOT).contains("maintenance")) {
            return cost("it is in maintenance mode, which is to be ended", witness);
        }
        return Fingerprint.stranger(old, answer).isEmpty() && answer.status() < 500
                ? runs(witness)
                : notTold("somebody else answers: " + Exchanges.line(answer), witness);
    }

    private boolean ownDomain() {
        return place.name().equals(old.host());
    }

    private boolean runs(String witness) {
        bench.wayBack(WayBack.possible(Subject.OLD_APPLICATION, witness));
        bench.findings().add(Finding.met("the old application runs: " + witness));
        return true;
    }

    private boolean cost(String words, String witness) {
        bench.wayBack(WayBack.atACost(Subject.OLD_APPLICATION, words, witness));
        bench.findings()
                .add(Finding.met("the old application is there to go back to; " + words + " (" + witness + ")"));
        return true;
    }

    private boolean deleted(Answered answer, String witness) {
        bench.wayBack(WayBack.noLonger(
                Subject.OLD_APPLICATION, "it was deleted, and anybody can take its platform's name", witness));
        bench.findings()
                .add(Finding.unmet("the old application is not there any more: the platform knows no " + place.name())
                        .expected("the application, switched on or off")
                        .butWas(Exchanges.line(answer) + ", with \""
                                + GoneAnswer.answers(place, answer)
                                        .orElseThrow()
                                        .text() + "\"")
                        .lookAt(witness)
                        .lookAt("config/environments, gone")
                        .toDo(
                                "create the application again under this name before somebody else does, with its settings,"
                                        + " add-ons and the last build of the old code; or say openly that there is no way back"
                                        + " any more, and waive this step"));
        return false;
    }

    private boolean notTold(String why, String witness) {
        bench.wayBack(WayBack.notKnown(Subject.OLD_APPLICATION, why, witness));
        bench.findings()
                .add(Finding.unknown("whether the old application could be switched on again is not known")
                        .expected("the old platform's answer under " + place.name())
                        .because(why)
                        .lookAt(witness)
                        .lookAt("config/environments, gone")
                        .toDo("look at the platform's console whether the application is still there"));
        return false;
    }
}
