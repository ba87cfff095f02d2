package frontdoor;

import cutover.environment.front.Certificates;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.probe.tls.ProtocolAnswer.Stance;
import java.util.List;
import java.util.stream.Collectors;

/** Which versions of TLS are accepted, at each place. */
final class VersionRules {

    private final Findings findings;
    private final Certificates certificates;
    private final String name;

    VersionRules(Findings findings, Certificates certificates, String name) {
        this.findings = findings;
        this.certificates = certificates;
        this.name = name;
    }

    void judged(List<SpotSeen> looks) {
        certificates.accepted().forEach(version -> judge(version, Stance.ACCEPTED, looks));
        certificates.refused().forEach(version -> judge(version, Stance.DECLINED, looks));
    }

    private void judge(String version, Stance wanted, List<SpotSeen> looks) {
        List<String> wrong = places(version, wanted == Stance.ACCEPTED ? Stance.DECLINED : Stance.ACCEPTED, looks);
        List<String> untold = places(version, Stance.UNKNOWN, looks);
        List<String> right = places(version, wanted, looks);
        if (!wrong.isEmpty()) {
            findings.add(wanted == Stance.ACCEPTED ? refuses(version, wrong) : accepts(version, wrong));
        }
        if (!untold.isEmpty()) {
            findings.add(Finding.unknown("whether " + name + " accepts " + version + " could not be told")
                    .expected(wanted == Stance.ACCEPTED ? version + " accepted" : version + " refused")
                    .because(String.join("\n", untold)));
        }
        if (wrong.isEmpty() && untold.isEmpty() && !right.isEmpty()) {
            findings.add(Finding.met(name + (wanted == Stance.ACCEPTED ? " accepts " : " refuses ") + version));
        }
    }

    private static List<String> places(String version, Stance stance, List<SpotSeen> looks) {
        return looks.stream()
                .flatMap(look -> look.versions().stream()
                        .filter(answer -> answer.protocol().told().equals(version) && answer.stance() == stance)
                        .map(answer -> look.spot().told() + ": " + answer.detail()))
                .collect(Collectors.toList());
    }

    private Finding refuses(String version, List<String> places) {
        return Finding.unmet(name + " does not accept " + version)
                .expected("versions that are accepted: " + String.join(", ", certificates.accepted()))
                .butWas(String.join("\n", places))
                .lookAt("config/environments, certificates, accepted")
                .toDo(
                        "choose a security policy that includes " + version
                                + " where TLS ends: clients without a newer one can't connect, providers that call us among them");
    }

    private Finding accepts(String version, List<String> places) {
        return Finding.unmet(name + " still accepts " + version)
                .expected("versions that are refused: " + String.join(", ", certificates.refused()))
                .butWas(String.join("\n", places))
                .lookAt("config/environments, certificates, refused")
                .toDo("choose a security policy that begins with TLS 1.2 where TLS ends; " + version
                        + " is deprecated (RFC 8996)");
    }
}
