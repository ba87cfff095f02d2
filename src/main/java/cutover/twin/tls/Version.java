package cutover.twin.tls;

import java.util.Arrays;

/** A version of TLS, oldest first. */
public enum Version {
    /** RFC 2246. */
    TLS_1_0("TLSv1", 0x0301),
    /** RFC 4346. */
    TLS_1_1("TLSv1.1", 0x0302),
    /** RFC 5246. */
    TLS_1_2("TLSv1.2", 0x0303),
    /** RFC 8446. */
    TLS_1_3("TLSv1.3", 0x0304);

    private final String title;
    private final int number;

    Version(String title, int number) {
        this.title = title;
        this.number = number;
    }

    /** @throws IllegalArgumentException for what is not the name of one in Java, "TLSv1.2" */
    public static Version named(String title) {
        return Arrays.stream(values())
                .filter(each -> each.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no version of TLS: " + title));
    }

    /** Its name in Java. */
    public String title() {
        return title;
    }

    int number() {
        return number;
    }

    /** Deprecated by RFC 8996, and not to be had from the JDK. */
    public boolean old() {
        return compareTo(TLS_1_2) < 0;
    }
}
