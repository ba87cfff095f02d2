package frontdoor;

import common.Fingerprint;
import cutover.environment.Environment;
import cutover.environment.Site;
import cutover.probe.http.Answered;
import cutover.probe.http.Html;
import frontdoor.Trouble.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An answer that should have been a redirect. */
final class Standing {

    private static final Set<String> NOBODY = Set.of("NoSuchBucket", "NoSuchWebsiteConfiguration");
    private static final Pattern REFRESH = Pattern.compile("(?i)\\d+\\s*[;,]\\s*url\\s*=.*");

    private final Environment environment;

    Standing(Environment environment) {
        this.environment = environment;
    }

    void judged(Trail trail, Row row, Answered answer) {
        String expected = "a redirect to " + row.end();
        String page = answer.mediaType().equals("text/html") ? answer.text() : "";
        Optional<String> nobody = NOBODY.stream().filter(page::contains).findFirst();
        Optional<String> frame = framed(answer, page, row.end().host());
        if (nobody.isPresent()) {
            trail.trouble(
                    Kind.NOBODY_THERE,
                    trail.place() + "leads to a bucket that does not exist or redirects nothing: " + nobody.get(),
                    expected);
        } else if (frame.isPresent()) {
            trail.trouble(Kind.FRAMED, trail.place() + frame.get(), expected);
        } else {
            trail.trouble(Kind.NOT_SENT_ON, trail.place() + plainly(answer), expected);
        }
    }

    private String plainly(Answered answer) {
        String who = environment.sites().values().stream()
                .filter(site -> Fingerprint.stranger(site, answer).isEmpty())
                .map(Site::platform)
                .findFirst()
                .map(platform -> " from " + platform)
                .orElse("");
        return answer.isRedirect()
                ? "redirects nowhere: Location is '" + answer.header("Location").orElse("") + "'"
                : "does not redirect: it answers " + answer.status() + who;
    }

    private static Optional<String> framed(Answered answer, String page, String host) {
        if (answer.header("Refresh").isPresent()) {
            return Optional.of("sends visitors on by a Refresh header instead of a redirect");
        }
        Html html = Html.of(page, answer.sent().uri());
        boolean refresh = html.attributes("meta[http-equiv]", "http-equiv").stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals("refresh"))
                && html.attributes("meta[content]", "content").stream().anyMatch(REFRESH.asMatchPredicate());
        if (refresh) {
            return Optional.of("sends visitors on by a refresh in a page instead of a redirect");
        }
        boolean frame = html.attributes("frame[src], iframe[src]", "src").stream()
                .anyMatch(source -> source.contains("//" + host));
        return frame ? Optional.of("shows the target in a frame instead of redirecting to it") : Optional.empty();
    }
}
