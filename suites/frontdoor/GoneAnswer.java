package frontdoor;

import cutover.environment.Application;
import cutover.environment.front.Gone;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.probe.http.Answered;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who answered under a former name: the platform itself, or still the application. */
final class GoneAnswer {

    private static final int SHOWN = 200;

    private final Application application;
    private final Gone gone;
    private final String where;

    /** @param where address and place that were asked, for messages */
    GoneAnswer(Application application, Gone gone, String where) {
        this.application = application;
        this.gone = gone;
        this.where = where;
    }

    Finding judged(Answered answered) {
        Optional<String> marker = marker(answered);
        if (marker.isPresent()) {
            return unmet("the old application still serves at " + where, answered)
                    .butWas("status " + answered.status() + " with \"" + marker.get()
                            + "\", which only the application says");
        }
        if (answered.isRedirect()) {
            return unmet("the old application is still there: it redirects at " + where, answered)
                    .butWas("status " + answered.status() + " to "
                            + answered.header("Location").orElse("nowhere"));
        }
        return platform(answered)
                .<Finding>map(own -> Finding.met(where + " is answered by the platform itself: " + told(own)))
                .orElseGet(() -> other(answered));
    }

    /** The page of the platform's own that this is. */
    private Optional<Gone.Answer> platform(Answered answered) {
        return answers(gone, answered);
    }

    static Optional<Gone.Answer> answers(Gone gone, Answered answered) {
        return gone.answers().stream().filter(each -> fits(each, answered)).findFirst();
    }

    static boolean fits(Gone.Answer known, Answered answered) {
        return known.status() == answered.status() && answered.text().contains(known.text());
    }

    private Optional<String> marker(Answered answered) {
        String text = answered.text();
        return Stream.of(application.chrome().text(), application.health().body())
                .filter(text::contains)
                .findFirst();
    }

    private Finding other(Answered answered) {
        return answered.text().toLowerCase(Locale.ROOT).contains("maintenance")
                ? unmet("the old application is only in maintenance mode at " + where, answered)
                        .toDo(
                                "scale its processes to zero: in maintenance mode workers and scheduler go on, and write to the"
                                        + " database")
                : unmet("somebody else than the old platform answers at " + where, answered);
    }

    private Unmet unmet(String sentence, Answered answered) {
        String body = answered.text().strip().replaceAll("\\s+", " ");
        return Finding.unmet(sentence)
                .expected(wanted(gone))
                .butWas("status " + answered.status() + ", "
                        + (body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body))
                .lookAt("config/environments, gone");
    }

    /** The answers of which one must come. */
    static String wanted(Gone gone) {
        return "the platform's own answer: "
                + gone.answers().stream().map(GoneAnswer::told).collect(Collectors.joining(", or "));
    }

    private static String told(Gone.Answer answer) {
        return answer.status() + " with \"" + answer.text() + "\"";
    }
}
