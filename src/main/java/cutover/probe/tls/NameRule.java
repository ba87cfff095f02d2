package cutover.probe.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which names a certificate covers (RFC 9525, 6): its DNS names and addresses and nothing else. A wildcard is a whole
 * left-most label, stands for exactly one label, and needs two labels behind it.
 */
final class NameRule {

    private static final String WILDCARD = "*.";

    private NameRule() {}

    /** The entry of the certificate that covers the name; empty when none does. */
    static Optional<String> covering(SentCertificate certificate, String name) {
        String wanted = ServerName.ascii(name);
        return ServerName.isAddress(wanted)
                ? certificate.addresses().stream()
                        .filter(entry -> sameAddress(entry, wanted))
                        .findFirst()
                : certificate.dnsNames().stream()
                        .filter(entry -> covers(entry.toLowerCase(Locale.ROOT), wanted))
                        .findFirst();
    }

    private static boolean covers(String entry, String name) {
        if (!entry.startsWith(WILDCARD)) {
            return entry.equals(name);
        }
        int dot = name.indexOf('.');
        String behind = entry.substring(WILDCARD.length());
        return dot > 0 && behind.equals(name.substring(dot + 1)) && behind.indexOf('.') > 0 && behind.indexOf('*') < 0;
    }

    // both are literals, so nothing is resolved; IPv6 has many spellings
    private static boolean sameAddress(String entry, String wanted) {
        try {
            return InetAddress.getByName(entry).equals(InetAddress.getByName(wanted));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
