package frontdoor;

import common.Answers;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Pages fetched by whoever accepts compression, as browsers do, beside those of whoever does not. */
final class PackedPages {

    private static final Set<String> ASKED = Set.of("", "identity", "gzip", "x-gzip");
    private static final String TO_DO =
            "look at what compresses: gateway, distribution or the framework's middleware; switch it off until it is"
                    + " right";

    private final Workbench bench;
    private final SameBytes same;
    private final Answers answers;

    PackedPages(Workbench bench, SameBytes same) {
        this.bench = bench;
        this.same = same;
        this.answers = new Answers(bench.findings());
    }

    /** @param plain fetched without compression */
    void judged(List<Answered> plain) {
        plain.forEach(this::judged);
    }

    private void judged(Answered plain) {
        if (!coding(plain).isEmpty() && !coding(plain).equals("identity") || packed(plain)) {
            add(plain, "is compressed for whoever does not accept it", "no Content-Encoding");
            return;
        }
        answers.answered(
                        bench.outside().publicly().get(plain.sent().uri(), Map.of("Accept-Encoding", "gzip")),
                        EachPublicPage.told(plain) + " with compression")
                .ifPresent(other -> compared(plain, other));
    }

    private void compared(Answered plain, Answered other) {
        if (!ASKED.contains(coding(other))) {
            add(other, "is compressed in a way that was not asked for", "Content-Encoding: gzip, or none");
        } else if (!other.contentTrouble().isEmpty()) {
            add(other, "can't be unpacked where it is compressed", "whole data in gzip");
        } else if (packed(other) && coding(other).contains("gzip")) {
            add(other, "is compressed twice", "one Content-Encoding, of the page itself");
        } else if (packed(other)) {
            add(other, "is compressed and does not say so", "Content-Encoding: gzip");
        } else {
            same.judged(plain, other, coding(other).isEmpty() ? "where compression is accepted" : "compressed", TO_DO);
        }
    }

    private void add(Answered answer, String trouble, String expected) {
        String what = EachPublicPage.told(answer);
        bench.findings()
                .add(Finding.unmet(what + " " + trouble)
                        .expected(expected)
                        .butWas((coding(answer).isEmpty()
                                        ? "no Content-Encoding"
                                        : "Content-Encoding: " + coding(answer))
                                + " on " + answer.bytes().length + " bytes"
                                + (packed(answer) ? "; what is inside is data in gzip" : "")
                                + (answer.contentTrouble().isEmpty() ? "" : "; " + answer.contentTrouble()))
                        .lookAt(Answers.url(answer))
                        .lookAt(answers.kept(answer, what + " packed").path())
                        .toDo(TO_DO));
    }

    private static String coding(Answered answer) {
        return String.join(", ", answer.headers("Content-Encoding")).toLowerCase(Locale.ROOT);
    }

    /** Whether the content, after its encoding was undone, is compressed once more. */
    private static boolean packed(Answered answer) {
        byte[] content = answer.content();
        return content.length > 1 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b;
    }
}
