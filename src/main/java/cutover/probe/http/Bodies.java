package cutover.probe.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;

/** Reads a body to its end, to our limit, or to the point where the connection broke. */
final class Bodies {

    private final long limit;

    Bodies(long limit) {
        this.limit = limit;
    }

    /** @param in null when the answer has no body */
    Body read(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (in == null) {
            return new Body(new byte[0], false, false, limit);
        }
        byte[] buffer = new byte[16_384];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int room = (int) Math.min(n, limit - out.size());
                out.write(buffer, 0, room);
                if (room < n) {
                    return new Body(out.toByteArray(), true, false, limit);
                }
            }
        } catch (ConnectionClosedException
                | MalformedChunkCodingException
                | org.apache.http.ConnectionClosedException
                | org.apache.http.MalformedChunkCodingException e) {
            return new Body(out.toByteArray(), false, true, limit);
        }
        return new Body(out.toByteArray(), false, false, limit);
    }
}
