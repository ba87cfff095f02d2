package frontdoor;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import java.net.URI;
import java.util.regex.Matcher;

/** Whether the old host runs the build from before the migration; whether its pages work with it is L6's to L11's to show. */
public final class FormerBuild {

    private static final String APPLICATION_FIRST =
            "see steps R9 and R5 first: what does not answer tells nothing of its code";
    private static final String KEY = "config/environments, sites, build";

    private final Workbench bench;
    private final Site old;
    private final Application.Build build;

    /** @param bench before the old site */
    public FormerBuild(Workbench bench) {
        this.bench = bench;
        this.old = bench.site();
        this.build = bench.application().build();
    }

    /** Adds its findings. */
    public void judged() {
        URI page = old.at(build.path());
        new Answers(bench.findings())
                .answered(bench.http().get(page), "the first page of " + old.host(), APPLICATION_FIRST)
                .ifPresent(answer -> bench.findings().add(answer.status() == 200 ? judged(answer) : notServed(answer)));
    }

    private Finding notServed(Answered answer) {
        return Finding.unmet(
                        "the first page of " + old.host() + " answers " + answer.status() + ", so it shows no build")
                .expected("200, with a match of " + build.pattern())
                .butWas(Exchanges.line(answer) + Answers.hint(answer))
                .lookAt(Answers.url(answer))
                .toDo(APPLICATION_FIRST);
    }

    private Finding judged(Answered answer) {
        Matcher matcher = build.pattern().matcher(answer.text());
        if (!matcher.find()) {
            return Finding.unmet(old.host() + " shows no build marker")
                    .expected("a match of " + build.pattern() + " on " + build.path())
                    .butWas("none")
                    .lookAt(Answers.url(answer))
                    .lookAt("config/applications, build.pattern");
        }
        return old.build()
                .map(wanted -> judged(answer, wanted, matcher.group(1)))
                .orElseGet(() -> notKnown(matcher.group(1)));
    }

    private Finding judged(Answered answer, String wanted, String seen) {
        return wanted.equals(seen)
                ? Finding.met(old.host() + " runs build " + seen + ", the one from before the migration")
                : Finding.unmet(old.host() + " does not run the code from before the migration")
                        .expected("build " + wanted)
                        .butWas("build " + seen)
                        .lookAt(Answers.url(answer))
                        .lookAt(KEY);
    }

    /** Which one it is does not say that it is the right one. */
    private Finding notKnown(String seen) {
        return Finding.unknown("which build is the one from before the migration is not known here")
                .expected("the build of the old site, named before the launch")
                .because("the old site has no build; " + old.host() + " runs build " + seen)
                .lookAt(KEY)
                .toDo("compare build " + seen + " with the last commit before the migration, and name it");
    }
}
