package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import cutover.twin.front.Incoming;
import java.security.MessageDigest;
import java.util.Base64;

/** The one customer that the API knows. */
record Account(String sid, String token) {

    /** HTTP basic authentication, RFC 7617, with the sid as name and the token as password. */
    boolean admits(Incoming request) {
        byte[] expected =
                ("Basic " + Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(UTF_8))).getBytes(UTF_8);
        return MessageDigest.isEqual(
                expected, request.header("Authorization").orElse("").getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "Account[" + sid + "]";
    }
}
