package frontdoor;

import cutover.environment.front.Certificates;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.probe.tls.ChainProblem;
import cutover.probe.tls.ChainProblem.Kind;
import cutover.probe.tls.ChainVerdict;
import cutover.probe.tls.SentCertificate;
import cutover.probe.tls.Shaken;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Judges one chain as it was sent for a name, with nothing fetched and nothing remembered. */
final class ChainRules {

    private final Workbench bench;
    private final Certificates certificates;
    private final Certificates.Name name;
    private final String where;
    private final String command;

    /** @param spots all places that show the chain */
    ChainRules(Workbench bench, Certificates certificates, Certificates.Name name, List<Spot> spots) {
        this.bench = bench;
        this.certificates = certificates;
        this.name = name;
        this.where = SpotsOfName.told(spots);
        this.command = spots.get(0).command(name.name(), "-showcerts");
    }

    void judged(Shaken shown, ChainVerdict verdict) {
        if (!verdict.covers() && ofThePlatform(shown.own())) {
            bench.findings().add(notReadyYet(shown));
            return;
        }
        if (!verdict.covers()) {
            bench.findings().add(otherNames(shown));
        }
        verdict.problems().stream()
                .filter(problem -> problem.kind().grave())
                .forEach(problem -> bench.findings().add(grave(problem, shown)));
        if (verdict.covers() && verdict.trusted()) {
            bench.findings()
                    .add(Finding.met("the certificate of " + name.name() + " (" + where + ") is trusted and covers it,"
                            + " valid until " + verdict.until() + advice(verdict)));
        }
        daysLeft(shown, verdict);
        issuer(shown);
    }

    private boolean ofThePlatform(SentCertificate own) {
        return !own.names().isEmpty()
                && own.names().stream()
                        .allMatch(each -> certificates.platformNames().stream()
                                .anyMatch(pattern -> pattern.matcher(each).matches()));
    }

    private Finding notReadyYet(Shaken shown) {
        return Finding.unmet(
                        name.name() + " is not set up yet at " + where + ": it shows the platform's own certificate")
                .expected("a certificate for " + name.name())
                .butWas(shown.own().told())
                .lookAt(command)
                .toDo("add the name to the platform there and attach its certificate; if that was done, it can take 40"
                        + " minutes to appear");
    }

    private Finding otherNames(Shaken shown) {
        return unmet("does not cover the name", shown)
                .expected("a certificate for " + name.name())
                .toDo("issue one that names " + name.name() + " too, and attach it");
    }

    private Finding grave(ChainProblem problem, Shaken shown) {
        return unmet(ChainWords.fault(problem.kind()), shown)
                .expected(ChainWords.expected(problem.kind()))
                .butWas(problem.sentence() + "\n" + chain(shown))
                .toDo(ChainWords.remedy(problem.kind()));
    }

    /** What other clients live with. */
    private static String advice(ChainVerdict verdict) {
        String advice = verdict.problems().stream()
                .filter(problem -> !problem.kind().grave())
                .map(ChainProblem::sentence)
                .collect(Collectors.joining("; "));
        return advice.isEmpty() ? "" : "; advice, most clients live with it: " + advice;
    }

    private void daysLeft(Shaken shown, ChainVerdict verdict) {
        if (verdict.has(Kind.EXPIRED) || verdict.has(Kind.NOT_YET_VALID)) {
            return;
        }
        bench.findings()
                .expect(
                        verdict.daysLeft() >= certificates.daysLeft(),
                        "the certificate of " + name.name() + " (" + where + ") is valid for " + verdict.daysLeft()
                                + " more days",
                        unmet("runs out in " + days(verdict.daysLeft()), shown)
                                .expected("valid for " + days(certificates.daysLeft()) + " or more")
                                .butWas("valid until " + verdict.until() + "\n" + chain(shown))
                                .lookAt("config/environments, certificates, days-left")
                                .toDo("renew it today, and see why it was not renewed by itself"));
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private void issuer(Shaken shown) {
        name.issuer()
                .ifPresent(pattern -> bench.findings()
                        .expect(
                                pattern.matcher(shown.own().issuer()).matches(),
                                "the certificate of " + name.name() + " (" + where + ") was issued by "
                                        + shown.own().issuer(),
                                unmet("comes from another issuer than expected", shown)
                                        .expected("issued by " + pattern)
                                        .lookAt("config/environments, certificates, names, issuer")
                                        .toDo(
                                                "attach the certificate that was ordered for the launch; if the issuer was"
                                                        + " changed on purpose, change the pattern")));
    }

    private Unmet unmet(String what, Shaken shown) {
        return Finding.unmet("the certificate of " + name.name() + " at " + where + " " + what)
                .butWas(chain(shown))
                .lookAt(command);
    }

    private static String chain(Shaken shown) {
        List<SentCertificate> chain = shown.chain();
        return IntStream.range(0, chain.size())
                .mapToObj(i -> (i + 1) + " of " + chain.size() + ": " + told(chain.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String told(SentCertificate certificate) {
        return certificate.names().isEmpty()
                ? certificate.subject() + ", issued by " + certificate.issuer() + ", until " + certificate.notAfter()
                : certificate.told();
    }
}
