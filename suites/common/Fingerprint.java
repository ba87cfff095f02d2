package common;

import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.probe.http.Answered;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which platform answered: a page of the right application from the wrong home is not a success. */
public final class Fingerprint {

    private final Site site;
    private final Findings findings;
    private final String remedy;

    public Fingerprint(Site site, Findings findings) {
        this(site, findings, "");
    }

    /** @param remedy what to do when somebody else answers; empty for the runbook's line of the step */
    public Fingerprint(Site site, Findings findings, String remedy) {
        this.site = site;
        this.findings = findings;
        this.remedy = remedy;
    }

    /** The platform answered, and search engines may list the site. */
    public void judge(Answered answer) {
        platform(answer);
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

    /** The platform answered, and no other. @return false, with findings added, when somebody else did */
    public boolean platform(Answered answer) {
        return site.fingerprint().entrySet().stream()
                        .map(header -> expected(answer, header.getKey(), header.getValue()))
                        .reduce(true, Boolean::logicalAnd)
                & site.foreignHeaders().stream()
                        .map(name -> foreign(answer, name))
                        .reduce(true, Boolean::logicalAnd);
    }

    /** What shows that somebody else answers, in words; empty when the site's platform does. Adds no finding. */
    public static Optional<String> stranger(Site site, Answered answer) {
        Stream<String> missing = site.fingerprint().entrySet().stream()
                .filter(header -> answer.headers(header.getKey()).stream()
                        .noneMatch(value -> header.getValue().matcher(value).matches()))
                .map(header -> answer.header(header.getKey())
                        .map(value -> header.getKey() + ": " + value)
                        .orElse("no header " + header.getKey()));
        Stream<String> foreign = site.foreignHeaders().stream()
                .flatMap(name -> answer.header(name).map(value -> name + ": " + value).stream());
        return Stream.concat(missing, foreign).findFirst();
    }

    private boolean expected(Answered answer, String name, Pattern pattern) {
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
                        .lookAt("config/environments, sites, fingerprint")
                        .toDo(remedy));
        return there;
    }

    private boolean foreign(Answered answer, String name) {
        boolean absent = answer.header(name).isEmpty();
        findings.expect(
                absent,
                site.host() + " shows no " + name,
                Finding.unmet(site.host() + " is answered by another platform than " + site.platform())
                        .expected("no header " + name)
                        .butWas(name + ": " + answer.header(name).orElse(""))
                        .lookAt(Answers.url(answer))
                        .toDo(remedy));
        return absent;
    }
}
