package launch;

import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Findings;
import cutover.probe.http.CertificateFacts;
import cutover.probe.http.NoAnswer;
import java.util.Map;
import java.util.TreeMap;

/** Hosts of assets that show a certificate for other names: one cause, however many files are on them. */
final class AssetCertificates {

    private final String site;
    private final Map<String, NoAnswer> byHost = new TreeMap<>();

    /** @param site host whose pages load the assets */
    AssetCertificates(String site) {
        this.site = site;
    }

    /** Keeps the first of each host; what else kept an answer away is not told here. */
    void add(NoAnswer none) {
        if (none.kind() == NoAnswer.Kind.TLS_NAME_MISMATCH) {
            byHost.putIfAbsent(none.sent().uri().getHost(), none);
        }
    }

    void into(Findings findings) {
        byHost.forEach((host, none) -> findings.add(told(host, none)));
    }

    private Unmet told(String host, NoAnswer none) {
        return Finding.unmet("assets of " + site + " are on " + host + ", whose certificate is for other names")
                .expected("a certificate that covers " + host)
                .butWas(none.certificate().map(CertificateFacts::told).orElse(none.detail()))
                .lookAt(none.sent().uri().toString())
                .lookAt("config/environments, sites, asset-hosts")
                .toDo(
                        none.certificate()
                                        .filter(shown -> oneLabelShort(host, shown))
                                        .isPresent()
                                ? "a * covers one label only, so that it never covers a bucket whose name has dots: move the"
                                        + " files to a bucket without dots in its name, or put a distribution with a"
                                        + " certificate of its own before this one"
                                : "correct the address of the static files in the deployed settings, or let the host show a"
                                        + " certificate for its name: browsers load nothing from it");
    }

    /** Whether a name such as *.s3.amazonaws.com would cover the host if it had fewer dots. */
    private static boolean oneLabelShort(String host, CertificateFacts shown) {
        return shown.names().stream().anyMatch(name -> name.startsWith("*.") && host.endsWith(name.substring(1)));
    }
}
