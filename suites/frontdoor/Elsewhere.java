package frontdoor;

import cutover.environment.front.Redirects;
import cutover.finding.Finding;
import cutover.junit.Workbench;

/** The names that lead elsewhere in this phase: their redirects, what they do with posts, and the oldest links. */
final class Elsewhere {

    private final Workbench bench;

    Elsewhere(Workbench bench) {
        this.bench = bench;
    }

    /** All of it; old links once their end is public. */
    void judged() {
        bench.outside()
                .redirects()
                .ifPresentOrElse(
                        this::judged,
                        () -> bench.findings()
                                .add(Finding.unknown("which addresses must redirect is not known here")
                                        .expected("a redirect map in config")
                                        .because("config/environments has no redirects")
                                        .toDo("write the map and name it, or try the redirects by hand")));
    }

    private void judged(Redirects map) {
        new RedirectMap(bench, map).judged();
        new PostsElsewhere(bench).judged(map);
        new LegacyLinks(bench, map).judged();
    }
}
