package cutover.provider.nameserver;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What Java calls the algorithms of signatures. */
final class Macs {

    private static final Map<String, String> MACS = Map.of(
            "hmac-sha1", "HmacSHA1",
            "hmac-sha224", "HmacSHA224",
            "hmac-sha256", "HmacSHA256",
            "hmac-sha384", "HmacSHA384",
            "hmac-sha512", "HmacSHA512");

    private Macs() {}

    /** @throws IllegalArgumentException when nobody knows the algorithm */
    static String of(String algorithm) {
        return Optional.ofNullable(MACS.get(algorithm))
                .orElseThrow(() -> new IllegalArgumentException(
                        "not an algorithm of keys: " + algorithm + ", known are " + new TreeSet<>(MACS.keySet())));
    }
}
