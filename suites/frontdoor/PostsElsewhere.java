package frontdoor;

import common.Answers;
import cutover.environment.front.Redirects;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.HttpObservation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form that somebody posts to a name that has moved: it may fail loudly or arrive whole, and nothing else. */
final class PostsElsewhere {

    static final String ACCEPTABLE = "post-becomes-get";

    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final Workbench bench;
    private final Findings findings;

    PostsElsewhere(Workbench bench) {
        this.bench = bench;
        this.findings = bench.findings();
    }

    /** An empty form to a page that does not exist, from each origin that redirects in this phase. */
    void judged(Redirects map) {
        map.rules().stream()
                .filter(rule -> rule.in(bench.phase()))
                .flatMap(rule -> rule.from().stream())
                .distinct()
                .forEach(this::posted);
    }

    private void posted(URI origin) {
        URI page = URI.create(origin + "/no-such-page-" + bench.run() + "?cutover=" + bench.marker());
        HttpObservation seen = bench.outside().posting().post(page, FORM, "".getBytes(StandardCharsets.UTF_8));
        // who does not answer at all is told by the redirects themselves
        seen.fold(answer -> findings.add(finding(origin, answer)), none -> findings);
    }

    private Finding finding(URI origin, Answered answer) {
        return switch (answer.status()) {
            case 307, 308 -> Finding.met(origin + " sends posts on as they are (" + answer.status() + ")");
            case 301, 302, 303 -> becomesGet(origin, answer);
            default ->
                answer.status() >= 400
                        ? Finding.met(origin + " refuses posts loudly with " + answer.status())
                        : swallowed(origin, answer);
        };
    }

    private Finding becomesGet(URI origin, Answered answer) {
        if (bench.accepted(ACCEPTABLE)) {
            return Finding.met(origin + " turns posts into GET with " + answer.status()
                    + ": a known weakness, accepted for this environment");
        }
        return Finding.unmet(origin + " turns posts into GET: what was posted is lost without a word")
                .expected("307 or 308, or a refusal with 4xx")
                .butWas(Exchanges.line(answer))
                .lookAt(Answers.url(answer))
                .toDo("answer posts with 307; or accept the weakness '" + ACCEPTABLE
                        + "' in config/environments once steps L14 to L16 show that no provider calls the name");
    }

    private static Finding swallowed(URI origin, Answered answer) {
        return Finding.unmet(origin + " takes posts to itself: it answers " + answer.status()
                        + " to a form for a page that does not exist")
                .expected("307 or 308, or a refusal with 4xx")
                .butWas(Exchanges.line(answer))
                .lookAt(Answers.url(answer))
                .toDo("look who answers there: a webhook that still calls the name is told that all is well, and lost");
    }
}
