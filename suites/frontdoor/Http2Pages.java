package frontdoor;

import common.Answers;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import java.util.List;
import java.util.Optional;

/** Pages as HTTP/2 brings them, which is what browsers speak wherever it is offered. */
final class Http2Pages {

    private final Workbench bench;
    private final Site site;
    private final SameBytes same;
    private final Answers answers;

    Http2Pages(Workbench bench, SameBytes same) {
        this.bench = bench;
        this.site = bench.site();
        this.same = same;
        this.answers = new Answers(bench.findings());
    }

    /** @param plain fetched over HTTP/1.1; where the first is not answered over HTTP/2, no other is asked for */
    void judged(List<Answered> plain) {
        for (Answered page : plain) {
            Optional<Answered> other = answers.answered(
                    bench.outside().publicly().getByHttp2(page.sent().uri()),
                    EachPublicPage.told(page) + " over HTTP/2");
            if (other.isEmpty()) {
                return;
            }
            if (!other.get().version().startsWith("HTTP/2")) {
                notSpoken(other.get());
                return;
            }
            same.judged(
                    page,
                    other.get(),
                    "over HTTP/2",
                    "switch HTTP/2 off at the distribution until it is right: browsers get these pages");
        }
    }

    private void notSpoken(Answered other) {
        bench.findings()
                .expect(
                        !site.http2(),
                        site.host() + " does not speak HTTP/2",
                        Finding.unmet(site.host() + " does not speak HTTP/2, which is promised")
                                .expected("HTTP/2, chosen in the TLS handshake (ALPN h2)")
                                .butWas(other.version())
                                .lookAt(Answers.url(other))
                                .lookAt("config/environments, sites, http2")
                                .toDo("see whether another front answers than the one that was set up; pages still"
                                        + " load, slower"));
    }
}
