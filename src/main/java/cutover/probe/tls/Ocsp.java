package cutover.probe.tls;

import cutover.probe.tls.Staple.Response.Status;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an OCSP response (RFC 6960, 4.2.1). */
final class Ocsp {

    private static final String BASIC = "2b0601050507300101";
    private static final int EXPLICIT_0 = 0xa0;

    private static final Map<Integer, String> NOT_SUCCESSFUL = Map.of(
            1, "malformedRequest",
            2, "internalError",
            3, "tryLater",
            5, "sigRequired",
            6, "unauthorized");

    // the choices of CertStatus; "revoked" has content, the others have none
    private static final Map<Integer, Status> STATUS =
            Map.of(0x80, Status.GOOD, 0xa1, Status.REVOKED, 0x82, Status.UNKNOWN);

    private Ocsp() {}

    /** What the response says of the certificate with the serial number. */
    static Staple read(byte[] response, BigInteger serial) {
        if (response.length == 0) {
            return new Staple.None();
        }
        try {
            Der whole = Der.of(response).as(Der.SEQUENCE);
            int code = whole.child(0).as(Der.ENUMERATED).number().intValue();
            return code == 0
                    ? about(serial, singles(whole))
                    : new Staple.Unreadable("the responder answered " + NOT_SUCCESSFUL.getOrDefault(code, "" + code));
        } catch (IOException e) {
            return new Staple.Unreadable("not an OCSP response: " + e.getMessage());
        }
    }

    private static List<Der> singles(Der whole) throws IOException {
        Der bytes = whole.child(1).as(EXPLICIT_0).child(0);
        if (!bytes.child(0).isObject(BASIC)) {
            throw new IOException("not of the basic type");
        }
        Der data = Der.of(bytes.child(1).as(Der.OCTETS).content()).child(0);
        return data.tagged(Der.SEQUENCE)
                .orElseThrow(() -> new IOException("without responses"))
                .children();
    }

    private static Staple about(BigInteger serial, List<Der> singles) throws IOException {
        for (Der single : singles) {
            if (single.child(0).child(3).as(Der.INTEGER).number().equals(serial)) {
                return response(single);
            }
        }
        return new Staple.Unreadable("the response is about another certificate");
    }

    private static Staple response(Der single) throws IOException {
        Status status = STATUS.get(single.child(1).tag());
        if (status == null) {
            throw new IOException("of no known status");
        }
        Optional<Der> next = single.tagged(EXPLICIT_0);
        return new Staple.Response(
                status,
                single.child(2).time(),
                next.isPresent() ? Optional.of(next.get().child(0).time()) : Optional.empty());
    }
}
