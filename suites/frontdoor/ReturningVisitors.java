package frontdoor;

import common.Answers;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Exchanges;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.Visit;
import java.net.URI;
import java.util.Map;

/**
 * People who bring a cookie: one that the old application has just given, one that it has never seen, as of a session from
 * the other side or from a database that is gone, and one from before the launch. Clients without a cookie, such as
 * monitors, never notice what happens to them.
 */
public final class ReturningVisitors {

    private final Workbench bench;
    private final URI page;

    /** @param bench before the site where the users are */
    public ReturningVisitors(Workbench bench) {
        this.bench = bench;
        this.page = bench.site().at(bench.application().build().path());
    }

    /** Adds its findings. */
    public void judged() {
        try (Visit visit = bench.signingVisit()) {
            HttpObservation first = visit.get(page);
            bench.learnCookies(visit.jar());
            if (!served(first)) {
                bench.findings()
                        .progress("what becomes of people who come back is not looked at: " + page
                                + " is not even served to new ones, which other steps tell");
                return;
            }
            bench.findings().add(judged(visit.get(page), "who comes back with the session that it gave"));
        }
        with(bench.freshToken(32), "who brings a session that it does not know");
        bench.earlierSession()
                .ifPresentOrElse(
                        session -> with(session, "who was here before the launch, with the session from then"),
                        () -> bench.findings()
                                .progress("nobody comes back with a session from before the launch: the old site has no"
                                        + " earlier-session"));
    }

    private void with(String session, String who) {
        String cookie = bench.application().signIn().sessionCookie();
        bench.findings().add(judged(bench.http().get(page, Map.of("Cookie", cookie + "=" + session)), who));
    }

    private Finding judged(HttpObservation seen, String who) {
        String host = bench.site().host();
        return served(seen)
                ? Finding.met(host + " serves " + who)
                : Finding.unmet(host + " has no page for " + who)
                        .expected("200, with the session that it knows or a new one")
                        .butWas(Exchanges.line(seen)
                                + seen.fold(
                                        answer -> answer.header("Location")
                                                .map(to -> "\nLocation: " + to)
                                                .orElse(Answers.hint(answer)),
                                        none -> ""))
                        .lookAt(page.toString())
                        .lookAt(new Answers(bench.findings())
                                .kept(seen, "the page for " + who)
                                .path())
                        .toDo(
                                "compare SECRET_KEY with the one before the launch, and look in the log for the visitor that"
                                        + " is not found; when in doubt empty the table of sessions: people sign in anew, and"
                                        + " nobody gets a 500");
    }

    private static boolean served(HttpObservation seen) {
        return seen.fold(answer -> answer.status() == 200, none -> false);
    }
}
