package cutover.probe.dns;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A socket of its own to one server, which waits for nothing. */
interface Link extends Closeable {

    Transport transport();

    /** Sends the message as soon as that can be, or once more. */
    void send(byte[] message) throws IOException;

    /**
     * Goes on as far as the socket is ready.
     *
     * @param buffer cleared; large enough for any datagram
     * @return the messages that are whole now, often none
     * @throws java.io.EOFException when the server has hung up
     */
    List<byte[]> arrived(ByteBuffer buffer) throws IOException;

    /** How far it came, for the text of a time-out. */
    String reached();
}
