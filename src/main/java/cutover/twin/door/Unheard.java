package cutover.twin.door;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Bound and not listening: nobody else gets the port, and who connects is refused. */
final class Unheard implements Closeable {

    private final Socket placeholder = new Socket();

    /** @param address with port 0 for one that the system chooses */
    Unheard(InetSocketAddress address) throws IOException {
        try {
            placeholder.setReuseAddress(true);
            placeholder.bind(address);
        } catch (IOException | RuntimeException e) {
            placeholder.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) placeholder.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        placeholder.close();
    }
}
