package common;

import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.probe.http.Answered;
import java.util.regex.Pattern;

/** Which platform answered: a page of the right application from the wrong home is not a success. */
public final class Fingerprint {

    private final Site site;
    private final Findings findings;

    public Fingerprint(Site site, Findings findings) {
        this.site = site;
        this.findings = findings;
    }

    public void judge(Answered answer) {
        site.fingerprint().forEach((name, pattern) -> expected(answer, name, pattern));
        site.foreignHeaders().forEach(name -> foreign(answer, name));
        findings.expect(
                answer.header("X-Robots-Tag")
                        .filter(tag -> tag.contains("noindex"))
                        .isEmpty(),
                "search engines may list " + site.host(),
                Finding.unmet(site.host() + " tells search engines to forget it")
                        .expected("no X-Robots-Tag with noindex")
                        .butWas("X-Robots-Tag: " + answer.header("X-Robots-Tag").orElse(""))
                        .lookAt(Answers.url(answer))
                        .toDo("remove the header, it is left from staging"));
    }

    private void expected(Answered answer, String name, Pattern pattern) {
        boolean there = answer.headers(name).stream()
                .anyMatch(value -> pattern.matcher(value).matches());
        findings.expect(
                there,
                site.host() + " is answered by " + site.platform() + " (" + name + ")",
                Finding.unmet(site.host() + " is not answered by " + site.platform())
                        .expected(name + ": " + pattern)
                        .butWas(
                                answer.headers(name).isEmpty()
                                        ? "no header " + name + " from " + answer.peer()
                                        : name + ": " + String.join(" | ", answer.headers(name)))
                        .lookAt(Answers.url(answer))
                        .lookAt("config/environments, sites, fingerprint"));
    }

    private void foreign(Answered answer, String name) {
        findings.expect(
                answer.header(name).isEmpty(),
                site.host() + " shows no " + name,
                Finding.unmet(site.host() + " is answered by another platform than " + site.platform())
                        .expected("no header " + name)
                        .butWas(name + ": " + answer.header(name).orElse(""))
                        .lookAt(Answers.url(answer)));
    }
}
