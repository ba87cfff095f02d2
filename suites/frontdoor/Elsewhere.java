package frontdoor;

import cutover.environment.front.Redirects;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.runbook.Phase;
import java.util.Optional;

/** The names that lead elsewhere in this phase: their redirects, what they do with posts, and the oldest links. */
final class Elsewhere {

    private final Workbench bench;

    Elsewhere(Workbench bench) {
        this.bench = bench;
    }

    /** All of it. */
    void judged() {
        known().ifPresent(map -> {
            new RedirectMap(bench, map).judged();
            new PostsElsewhere(bench).judged(map);
            new LegacyLinks(bench, map).judged();
            if (bench.phase() == Phase.ROLLEDBACK) {
                new KeptRedirects(bench, map).judged();
            }
        });
    }

    /** What can be read, without a post. */
    void read() {
        known().ifPresent(map -> {
            new RedirectMap(bench, map).judged();
            new LegacyLinks(bench, map).judged();
        });
    }

    private Optional<Redirects> known() {
        Optional<Redirects> map = bench.outside().redirects();
        if (map.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("which addresses must redirect is not known here")
                            .expected("a redirect map in config")
                            .because("config/environments has no redirects")
                            .toDo("write the map and name it, or try the redirects by hand"));
        }
        return map;
    }
}
