package cutover.probe.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Extensions of a certificate that the JDK hands out as bytes only; unreadable ones count as absent. */
final class Extensions {

    private static final String AUTHORITY_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
    // 1.3.6.1.5.5.7.48.1 and .2
    private static final String OCSP = "2b06010505073001";
    private static final String CA_ISSUERS = "2b06010505073002";
    // uniformResourceIdentifier of GeneralName
    private static final int URI = 0x86;
    private static final BigInteger STATUS_REQUEST = BigInteger.valueOf(5);

    private Extensions() {}

    static List<String> ocsp(X509Certificate certificate) {
        return access(certificate, OCSP);
    }

    static List<String> issuers(X509Certificate certificate) {
        return access(certificate, CA_ISSUERS);
    }

    static boolean mustStaple(X509Certificate certificate) {
        try {
            for (Der feature : parts(certificate, TLS_FEATURE)) {
                if (feature.as(Der.INTEGER).number().equals(STATUS_REQUEST)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> access(X509Certificate certificate, String method) {
        try {
            List<String> urls = new ArrayList<>();
            for (Der description : parts(certificate, AUTHORITY_ACCESS)) {
                if (description.child(0).isObject(method)
                        && description.child(1).tag() == URI) {
                    urls.add(description.child(1).ascii());
                }
            }
            return List.copyOf(urls);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Der> parts(X509Certificate certificate, String id) throws IOException {
        byte[] value = certificate.getExtensionValue(id);
        return value == null
                ? List.of()
                : Der.of(Der.of(value).as(Der.OCTETS).content())
                        .as(Der.SEQUENCE)
                        .children();
    }
}
