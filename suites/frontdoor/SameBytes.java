package frontdoor;

import common.Answers;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.HttpObservation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds two answers of one address against each other: status, media type and each byte of the content. Left out are
 * whole tags {@code input} and {@code meta} whose name begins with csrf, as their token is another one in each answer,
 * and what the application's file names as varying. A page that is otherwise even when it is fetched twice in the same
 * way can't be compared, and is told as unknown.
 */
final class SameBytes {

    private static final Pattern TOKEN = Pattern.compile("(?i)<(?:input|meta)\\b[^>]*\\bname=[\"']?csrf[^>]*>");
    private static final int SHOWN = 40;

    private final Workbench bench;
    private final List<Pattern> varying;
    private final Answers answers;

    SameBytes(Workbench bench, List<Pattern> varying) {
        this.bench = bench;
        this.varying = Stream.concat(Stream.of(TOKEN), varying.stream()).toList();
        this.answers = new Answers(bench.findings());
    }

    /**
     * Adds what is to be said about both.
     *
     * @param how "over HTTP/2", behind the name of the page
     * @param toDo where they differ
     */
    void judged(Answered plain, Answered other, String how, String toDo) {
        String what = EachPublicPage.told(plain);
        String seen = fixed(other);
        if (head(plain).equals(head(other)) && seen.equals(fixed(plain))) {
            bench.findings().add(Finding.met(what + " is the same " + how));
        } else if (head(plain).equals(head(other)) && !steady(plain)) {
            bench.findings().add(restless(plain, what));
        } else {
            bench.findings()
                    .add(Finding.unmet(what + " is not the same " + how)
                            .expected(head(plain) + ", " + sized(plain))
                            .butWas(head(other) + ", " + sized(other) + difference(fixed(plain), seen))
                            .lookAt(Answers.url(plain))
                            .lookAt(answers.kept(other, what + " " + how).path())
                            .toDo(toDo));
        }
    }

    private boolean steady(Answered plain) {
        HttpObservation again =
                bench.outside().publicly().get(plain.sent().uri(), Map.of("Accept-Encoding", "identity"));
        return again.fold(answer -> fixed(answer).equals(fixed(plain)), none -> true);
    }

    private static Finding restless(Answered plain, String what) {
        return Finding.unknown(what + " is another one each time it is fetched, so nothing can be compared with it")
                .expected("the same bytes for the same question")
                .because("two plain answers differ in more than form tokens")
                .lookAt(Answers.url(plain))
                .toDo("name the part that varies in config/applications, public-pages, varying");
    }

    /** Each byte as one character, so that nothing is lost in between; without what varies. */
    private String fixed(Answered answer) {
        String text = new String(answer.content(), StandardCharsets.ISO_8859_1);
        for (Pattern each : varying) {
            text = each.matcher(text).replaceAll("");
        }
        return text;
    }

    private static String head(Answered answer) {
        return "status " + answer.status() + ", "
                + (answer.mediaType().isEmpty() ? "no media type" : answer.mediaType());
    }

    private static String sized(Answered answer) {
        return answer.content().length + " bytes";
    }

    private static String difference(String plain, String other) {
        int at = 0;
        while (at < plain.length() && at < other.length() && plain.charAt(at) == other.charAt(at)) {
            at++;
        }
        if (at == plain.length() && at == other.length()) {
            return "";
        }
        return at == other.length()
                ? "\nit ends after the first " + at + " bytes"
                : "\nafter the same " + at + " bytes it goes on with \"" + start(other, at) + "\"";
    }

    private static String start(String text, int at) {
        return text.substring(at, Math.min(text.length(), at + SHOWN)).replaceAll("[^ -~]", "?");
    }
}
