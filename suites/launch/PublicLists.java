package launch;

import common.Answers;
import cutover.environment.PublicPages;
import cutover.environment.PublicPages.Listed;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Html;
import cutover.probe.http.HttpObservation;
import cutover.runbook.HistoryEntry;
import cutover.runbook.Phase;
import cutover.runbook.Remembered;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists on public pages that only people change, such as partners. Both sides may read one database, so that holding one
 * page against the other shows nothing: what the old site said before the deploy is the witness.
 */
final class PublicLists {

    private static final String KEY = "config/applications, public-pages.lists";

    private final Workbench bench;
    private final Site site;

    PublicLists(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
    }

    /** Keeps what they hold for the runs after the deploy; adds no finding. */
    void kept() {
        lists().forEach(list -> asked(list)
                .fold(answer -> entries(answer, list), none -> Optional.<List<String>>empty())
                .ifPresentOrElse(
                        entries -> bench.remember(list.key(), Listed.told(entries)),
                        () -> bench.findings().progress(what(list) + " can't be read, so it is not remembered")));
    }

    /** Compares with what was kept last. */
    void asBeforeTheDeploy() {
        for (Listed list : lists()) {
            Optional<Remembered> before = before(list);
            if (before.isEmpty()) {
                bench.findings()
                        .progress("advice: look by hand whether " + what(list) + " is complete; no run of phase before"
                                + " is remembered in this environment that kept it (step M2)");
            } else {
                new Answers(bench.findings())
                        .answered(asked(list), what(list), 200)
                        .ifPresent(answer -> judged(list, before.get(), answer));
            }
        }
    }

    private void judged(Listed list, Remembered before, Answered answer) {
        List<String> now = Listed.entries(Listed.told(Html.of(answer).texts(list.selector())));
        ListChange change = ListChange.between(Listed.entries(before.value()), now);
        bench.findings()
                .expect(
                        change.isNone(),
                        what(list) + " is what it was before the deploy: " + now.size() + " entries",
                        changed(list, before, change, answer));
    }

    private Unmet changed(Listed list, Remembered before, ListChange change, Answered answer) {
        return Finding.unmet(what(list) + " is not what it was before the deploy")
                .expected("the " + Listed.entries(before.value()).size() + " entries that step " + before.step()
                        + " saw at " + before.seen())
                .butWas(change.told())
                .lookAt(Answers.url(answer))
                .lookAt(KEY)
                .toDo(
                        "compare the flags of these organisations with the snapshot from before the deploy (L2) and set them"
                                + " again in the administration, those for notifications too: a deploy that loads fixtures puts"
                                + " all of them back. If somebody changed the list on purpose, let M2 look again"
                                + " (-Dphase=before -Dsteps=M2)");
    }

    private Optional<Remembered> before(Listed list) {
        List<Remembered> seen = new ArrayList<>();
        for (HistoryEntry run : bench.history().of(Phase.BEFORE)) {
            Optional.ofNullable(run.facts().get(list.key())).ifPresent(seen::add);
        }
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
    }

    private Optional<List<String>> entries(Answered answer, Listed list) {
        return Optional.of(Html.of(answer).texts(list.selector()))
                .filter(entries -> answer.status() == 200 && !entries.isEmpty());
    }

    private HttpObservation asked(Listed list) {
        URI page = site.at(list.path() + "?cutover=" + bench.marker());
        return bench.http().get(page);
    }

    private String what(Listed list) {
        return "the list of " + list.name() + " at " + site.host();
    }

    private List<Listed> lists() {
        return bench.application().publicPages().map(PublicPages::lists).orElse(List.of());
    }
}
