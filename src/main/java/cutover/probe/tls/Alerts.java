package cutover.probe.tls;

import java.util.Map;
import java.util.Set;

/** Alerts of TLS (RFC 8446, 6, and the registry of IANA). */
final class Alerts {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "close_notify"),
            Map.entry(10, "unexpected_message"),
            Map.entry(20, "bad_record_mac"),
            Map.entry(22, "record_overflow"),
            Map.entry(40, "handshake_failure"),
            Map.entry(47, "illegal_parameter"),
            Map.entry(49, "access_denied"),
            Map.entry(50, "decode_error"),
            Map.entry(51, "decrypt_error"),
            Map.entry(70, "protocol_version"),
            Map.entry(71, "insufficient_security"),
            Map.entry(80, "internal_error"),
            Map.entry(86, "inappropriate_fallback"),
            Map.entry(90, "user_canceled"),
            Map.entry(109, "missing_extension"),
            Map.entry(110, "unsupported_extension"),
            Map.entry(112, "unrecognized_name"));

    private static final Set<String> ABOUT_THE_VERSION =
            Set.of("protocol_version", "handshake_failure", "insufficient_security");

    private Alerts() {}

    static String name(int description) {
        return NAMES.getOrDefault(description, "number_" + description);
    }

    /** True when servers send it to a client whose versions, or ciphers of these versions, they do not want. */
    static boolean aboutTheVersion(String name) {
        return ABOUT_THE_VERSION.contains(name);
    }
}
