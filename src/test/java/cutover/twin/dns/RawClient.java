package cutover.twin.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.Message;

/** Bytes to a server and back, without a client's help. */
record RawClient(NameServer server) {

    private static final int LONG_WAIT = 20_000;
    private static final int SHORT_WAIT = 200;

    Message udp(Message query) throws IOException {
        return new Message(packets(query.toWire(), 1).get(0));
    }

    /** As many packets as come for one. */
    List<byte[]> packets(byte[] wire, int number) throws IOException {
        try (DatagramSocket socket = sent(wire)) {
            byte[][] packets = new byte[number][];
            for (int i = 0; i < number; i++) {
                packets[i] = receive(socket);
            }
            return List.of(packets);
        }
    }

    /** Waits a moment only for what is not to come. */
    byte[] unexpected(byte[] wire) throws IOException {
        try (DatagramSocket socket = sent(wire)) {
            socket.setSoTimeout(SHORT_WAIT);
            return receive(socket);
        }
    }

    Message tcp(Message query) throws IOException {
        try (Socket socket = connection()) {
            send(socket, query);
            return read(socket);
        }
    }

    /** Waits a moment only for what is not to come. */
    Message unexpectedOverTcp(Message query) throws IOException {
        try (Socket socket = connection()) {
            socket.setSoTimeout(SHORT_WAIT);
            send(socket, query);
            return read(socket);
        }
    }

    Socket connection() throws IOException {
        Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(LONG_WAIT);
        return socket;
    }

    static void send(Socket socket, Message query) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(query.toWire().length);
        out.write(query.toWire());
    }

    static Message read(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return new Message(in.readNBytes(in.readUnsignedShort()));
    }

    private DatagramSocket sent(byte[] wire) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(LONG_WAIT);
        socket.send(new DatagramPacket(wire, wire.length, server.address()));
        return socket;
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
