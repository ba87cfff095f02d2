package cutover.probe.browser;

import java.util.Arrays;

/**
 * What a page got when it fetched an address itself, with its own cookies and under its own rights.
 *
 * @param status after redirects; 0 when the fetch failed
 * @param type the {@code Content-Type} as sent; empty without one
 * @param detail why it failed; empty otherwise
 */
public record FetchedInPage(int status, String type, byte[] bytes, String detail) {

    public FetchedInPage {
        bytes = bytes.clone();
    }

    static FetchedInPage failed(String detail) {
        return new FetchedInPage(0, "", new byte[0], detail);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FetchedInPage that
                && status == that.status
                && type.equals(that.type)
                && detail.equals(that.detail)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + status;
    }

    @Override
    public String toString() {
        return status + " " + type + ", " + bytes.length + " bytes" + (detail.isEmpty() ? "" : ": " + detail);
    }
}
