package cutover.report;

import cutover.finding.Evidence;
import cutover.finding.Finding;
import cutover.runbook.Outcome;
import java.util.List;

/** A target that answers with everything that can hurt a report. */
final class Hostile {

    static final String TEXT = "</details><script>alert(1)</script><img src=x onerror=alert(2)>\u001b[31m\u0000\u0007"
            + "\u202Eevil\u2066\u200B\uFEFF \u05E9\u05DC\u05D5\u05DD `code` | **bold** {{ 7 * 7 }} {% include 'x' %} \uD800 end";

    private Hostile() {}

    static ReportedRun run() {
        return new SampleRun(false)
                .test(
                        "L6",
                        TEXT,
                        Outcome.UNMET,
                        0,
                        10,
                        List.of(
                                Finding.met(TEXT),
                                Finding.unmet(TEXT)
                                        .expected(TEXT)
                                        .butWas("x".repeat(50_000) + TEXT)
                                        .lookAt("javascript:alert(3)")
                                        .lookAt("https://example.org/\"onmouseover=\"alert(4)")
                                        .lookAt(TEXT)
                                        .toDo(TEXT),
                                Finding.unknown(TEXT).because(TEXT)))
                .kept("L6", new Evidence(TEXT, "../../../etc/passwd", "text/plain"))
                .kept("L6", new Evidence("page", "evidence/page.html", "text/html"))
                .kept("L6", new Evidence("drawing", "evidence/drawing.svg", "image/svg+xml"))
                .kept("L6", new Evidence("big", "evidence/big.txt", "text/plain; charset=utf-8"))
                .kept("L6", new Evidence("huge", "evidence/huge.png", "image/png"))
                .kept("L6", new Evidence("odd", "javascript:alert(5)", "application/pdf"))
                .finished(10)
                .reported();
    }
}
