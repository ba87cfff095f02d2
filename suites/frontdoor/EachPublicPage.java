package frontdoor;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.PublicPages;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What everybody may see: the same however it is fetched, with what is promised to come with it. */
final class EachPublicPage {

    private static final PublicPages NOTHING_PROMISED =
            new PublicPages(List.of(), Map.of(), List.of(), List.of(), List.of());

    private final Workbench bench;
    private final Application application;
    private final PublicPages promised;
    private final Answers answers;

    EachPublicPage(Workbench bench) {
        this.bench = bench;
        this.application = bench.application();
        this.promised = application.publicPages().orElse(NOTHING_PROMISED);
        this.answers = new Answers(bench.findings());
    }

    void judged() {
        List<Answered> plain =
                paths().map(this::plain).flatMap(Optional::stream).toList();
        SameBytes same = new SameBytes(bench, promised.varying());
        new PackedPages(bench, same).judged(plain);
        new Http2Pages(bench, same).judged(plain);
        new PublicHeaders(bench, promised).judged(plain);
        new NoSuchPage(bench).judged();
    }

    private Stream<String> paths() {
        return Stream.concat(
                        Stream.of(
                                application.build().path(),
                                application.health().path(),
                                application.signIn().path()),
                        promised.paths().stream())
                .distinct();
    }

    private Optional<Answered> plain(String path) {
        URI uri = bench.site().at(path + (path.contains("?") ? "&" : "?") + "cutover=" + bench.marker());
        return answers.answered(
                bench.outside().publicly().get(uri, Map.of("Accept-Encoding", "identity")),
                "the page " + path + " of " + bench.site().host(),
                200);
    }

    /** "the page /apply/ of www.example.org". */
    static String told(Answered page) {
        URI uri = page.sent().uri();
        return "the page " + uri.getPath() + " of " + uri.getHost();
    }
}
