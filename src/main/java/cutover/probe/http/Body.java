package cutover.probe.http;

import java.util.Arrays;

/** The bytes of a body as they came; immutable. */
public final class Body {

    private final byte[] bytes;
    private final boolean truncated;
    private final boolean cutShort;
    private final long limit;

    /**
     * @param truncated true when more came than we keep
     * @param cutShort true when the connection ended before the announced end
     * @param limit most bytes that may be kept of it, decompressed too
     */
    Body(byte[] bytes, boolean truncated, boolean cutShort, long limit) {
        this.bytes = bytes.clone();
        this.truncated = truncated;
        this.cutShort = cutShort;
        this.limit = limit;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    boolean truncated() {
        return truncated;
    }

    boolean cutShort() {
        return cutShort;
    }

    long limit() {
        return limit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
