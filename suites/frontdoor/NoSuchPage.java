package frontdoor;

import common.Answers;
import common.Fingerprint;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** An address that nobody ever made: 404, and nothing about the inside. */
final class NoSuchPage {

    private static final String WHAT = "an address that does not exist";

    private final Workbench bench;
    private final Answers answers;

    NoSuchPage(Workbench bench) {
        this.bench = bench;
        this.answers = new Answers(bench.findings());
    }

    void judged() {
        URI uri = bench.site().at("/" + bench.marker() + "-nowhere-" + bench.freshToken(6) + "/");
        answers.answered(bench.outside().publicly().get(uri), WHAT).ifPresent(this::judged);
    }

    private void judged(Answered answer) {
        if (answer.status() != 404) {
            add(
                    answer,
                    WHAT + (answer.isRedirect() ? " leads elsewhere" : " answers " + answer.status()) + " at "
                            + bench.site().host(),
                    "status 404",
                    Exchanges.line(answer) + Answers.hint(answer),
                    "let the page for what is not found have status 404, without a redirect: monitors, search engines"
                            + " and our own old links can't tell good from bad otherwise");
            return;
        }
        List<String> shown = Stream.concat(
                        bench.application().chrome().errorTexts().stream(),
                        bench.application().errorPage().hidden().stream())
                .filter(answer.text()::contains)
                .distinct()
                .toList();
        if (!shown.isEmpty()) {
            add(
                    answer,
                    "the page for what is not found shows the inside of "
                            + bench.site().host(),
                    "a page without lists of addresses, settings or traces",
                    "it holds: " + String.join(", ", shown),
                    "switch the debug mode off");
            return;
        }
        bench.findings().add(Finding.met(WHAT + " answers 404"));
        new Fingerprint(bench.site(), bench.findings()).platform(answer);
    }

    private void add(Answered answer, String sentence, String expected, String was, String toDo) {
        bench.findings()
                .add(Finding.unmet(sentence)
                        .expected(expected)
                        .butWas(was)
                        .lookAt(Answers.url(answer))
                        .lookAt(answers.kept(answer, WHAT).path())
                        .toDo(toDo));
    }
}
