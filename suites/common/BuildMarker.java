package common;

import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import java.util.regex.Matcher;

/** Which build is deployed, as its pages show it. */
final class BuildMarker {

    private final Site site;
    private final Application.Build build;
    private final Findings findings;
    private final Workbench bench;

    /** @param bench before the site */
    BuildMarker(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.build = bench.application().build();
        this.findings = bench.findings();
    }

    void judge(Answered answer) {
        Matcher matcher = build.pattern().matcher(answer.text());
        if (!matcher.find()) {
            findings.add(Finding.unmet(site.host() + " shows no build marker")
                    .expected("a match of " + build.pattern() + " on " + build.path())
                    .butWas("none")
                    .lookAt(Answers.url(answer))
                    .lookAt("config/applications, build.pattern"));
            return;
        }
        String seen = matcher.group(1);
        bench.runs(site, seen);
        findings.expect(
                site.build().map(seen::equals).orElse(true),
                site.host() + " runs build " + seen,
                Finding.unmet(site.host() + " runs another build than the expected one")
                        .expected("build " + site.build().orElse(""))
                        .butWas("build " + seen)
                        .lookAt(Answers.url(answer))
                        .lookAt("config/environments, sites, build")
                        .toDo("deploy the expected build, or correct the expectation if this one is right"));
    }
}
