package cutover.probe.tls;

import java.util.Arrays;
import java.util.Optional;

/** Versions of TLS, oldest first. */
public enum Protocol {
    /** RFC 2246; deprecated by RFC 8996. */
    TLS_1_0("TLSv1", 0x0301),
    /** RFC 4346; deprecated by RFC 8996. */
    TLS_1_1("TLSv1.1", 0x0302),
    /** RFC 5246. */
    TLS_1_2("TLSv1.2", 0x0303),
    /** RFC 8446. */
    TLS_1_3("TLSv1.3", 0x0304);

    private final String told;
    private final int number;

    Protocol(String told, int number) {
        this.told = told;
        this.number = number;
    }

    /** Its name in Java and in the configuration of most servers, "TLSv1.2". */
    public String told() {
        return told;
    }

    int number() {
        return number;
    }

    boolean deprecated() {
        return compareTo(TLS_1_2) < 0;
    }

    static Optional<Protocol> of(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
