package cutover.probe.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A body without its Content-Encoding.
 *
 * @param trouble why the bytes end early or are still encoded; empty when they are whole
 */
record Decoded(byte[] bytes, String trouble) {

    static Decoded of(Body body, List<String> encodings) {
        byte[] bytes = body.bytes();
        for (int i = encodings.size() - 1; i >= 0; i--) {
            Decoded step = one(bytes, encodings.get(i).strip().toLowerCase(Locale.ROOT), body.limit());
            if (!step.trouble.isEmpty()) {
                return step;
            }
            bytes = step.bytes;
        }
        return new Decoded(bytes, "");
    }

    private static Decoded one(byte[] bytes, String encoding, long limit) {
        return switch (encoding) {
            case "", "identity" -> new Decoded(bytes, "");
            case "gzip", "x-gzip" -> unpack(bytes, encoding, GZIPInputStream::new, limit);
            case "deflate" -> deflated(bytes, limit);
            default -> new Decoded(bytes, "the content encoding " + encoding + " is none that was asked for");
        };
    }

    // "deflate" means the zlib format (RFC 9110, 8.4.1.2); some servers send the bare stream
    private static Decoded deflated(byte[] bytes, long limit) {
        Decoded zlib = unpack(bytes, "deflate", InflaterInputStream::new, limit);
        if (zlib.trouble.isEmpty() || zlib.bytes.length > 0) {
            return zlib;
        }
        Inflater bare = new Inflater(true);
        try {
            return unpack(bytes, "deflate", in -> new InflaterInputStream(in, bare), limit);
        } finally {
            bare.end();
        }
    }

    private static Decoded unpack(byte[] bytes, String encoding, Unpacking unpacking, long limit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = unpacking.of(new ByteArrayInputStream(bytes))) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(n, limit - out.size()));
                if (out.size() >= limit) {
                    return new Decoded(out.toByteArray(), "more than " + limit + " bytes when unpacked");
                }
            }
            return new Decoded(out.toByteArray(), "");
        } catch (IOException e) {
            return new Decoded(out.toByteArray(), "damaged " + encoding + " data: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }
}
