package cutover.probe.tls;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A connection that keeps the first bytes that came, and lets in so many and no more. */
final class Tap extends Socket {

    private static final int HEAD = 256;
    // a chain of ten fat certificates has 40 KiB
    private static final int MOST = 256 * 1024;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private InputStream buffered;
    private int came;

    /** The first bytes that came, at most 256. */
    byte[] head() {
        return head.toByteArray();
    }

    private synchronized void account(byte[] bytes, int offset, int length) throws TooMuch {
        head.write(bytes, offset, Math.min(length, HEAD - head.size()));
        came += length;
        if (came > MOST) {
            throw new TooMuch();
        }
    }

    // whoever reads wants the first five bytes; the buffer lets us keep the line that they belong to
    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (buffered == null) {
            buffered = new BufferedInputStream(new Accounted(super.getInputStream()));
        }
        return buffered;
    }

    private final class Accounted extends FilterInputStream {

        Accounted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                account(bytes, offset, count);
            }
            return count;
        }
    }

    /** The peer sends without end. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("more than " + MOST / 1024 + " KiB");
        }
    }
}
