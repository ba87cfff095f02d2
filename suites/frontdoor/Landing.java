package frontdoor;

import common.Fingerprint;
import cutover.environment.Application;
import cutover.environment.Environment;
import cutover.environment.Site;
import cutover.probe.http.Answered;
import cutover.probe.http.Html;
import frontdoor.Trouble.Kind;
import java.util.Optional;

/** Who answers at the end of the way: the application, on the platform of the site that has the name. */
final class Landing {

    private final Environment environment;
    private final Application application;

    Landing(Environment environment, Application application) {
        this.environment = environment;
        this.application = application;
    }

    /** Judges the answer at the row's end. */
    void judged(Trail trail, Row row, Answered answer) {
        site(row.end().host())
                .flatMap(site -> stranger(site, answer))
                .ifPresent(words -> trail.trouble(
                        Kind.LANDING, " ends where " + words, "the application, on the platform of its site"));
        int status = answer.status();
        boolean right = row.invented() ? status == 404 : status == 200 || status == 404;
        if (!right) {
            trail.trouble(
                    Kind.LANDING,
                    " ends with " + status + " at " + row.end().origin(),
                    row.invented() ? "404 for a page that does not exist" : "200 at the target, or 404");
        } else if (status == 200 && !marked(answer)) {
            trail.trouble(
                    Kind.LANDING,
                    " ends at a page that is not the application's",
                    "\"" + application.chrome().text() + "\" at "
                            + application.chrome().marker());
        }
    }

    private Optional<String> stranger(Site site, Answered answer) {
        return Fingerprint.stranger(site, answer)
                .map(sign -> Platforms.answers(environment, site, answer) + " answers, not " + site.platform() + " ("
                        + sign + ")");
    }

    private boolean marked(Answered answer) {
        return !answer.mediaType().equals("text/html")
                || Html.of(answer).texts(application.chrome().marker()).stream()
                        .anyMatch(text -> text.contains(application.chrome().text()));
    }

    private Optional<Site> site(String host) {
        return environment.sites().values().stream()
                .filter(site -> site.host().equals(host))
                .findFirst();
    }
}
