package cutover.probe.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.xbill.DNS.Message;

/** A name server on loopback, UDP and TCP on one port, that answers with bytes as they are given. */
final class Responder implements AutoCloseable {

    /** Speaks to a question over a connection; the connection ends with it. */
    interface Talk {
        void to(Message query, OutputStream out) throws IOException;
    }

    // hundreds of questions may come before the first is read
    private static final int ROOMY = 1_000_000;
    private static final Talk HANG_UP = (query, out) -> {};

    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final Function<Message, List<byte[]>> udp;
    private final Talk tcp;
    private final boolean patient;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Message> overUdp = new CopyOnWriteArrayList<>();
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final List<Message> overTcp = new CopyOnWriteArrayList<>();

    private Responder(
            DatagramSocket datagrams,
            ServerSocket connections,
            Function<Message, List<byte[]>> udp,
            Talk tcp,
            boolean patient) {
        this.datagrams = datagrams;
        this.connections = connections;
        this.udp = udp;
        this.tcp = tcp;
        this.patient = patient;
        start(this::serveUdp);
        start(this::serveTcp);
    }

    /** The same answer over both. */
    static Responder of(Function<Message, Message> answer) throws IOException {
        return of(InetAddress.getLoopbackAddress(), answer);
    }

    /** Closed, at an address of its own: on the usual one another test may be given the port at any moment. */
    static Responder gone() throws IOException {
        Responder gone = of(InetAddress.getByName("127.11.0.9"), query -> query);
        gone.close();
        return gone;
    }

    static Responder of(InetAddress host, Function<Message, Message> answer) throws IOException {
        return bound(
                host,
                query -> List.of(answer.apply(query).toWire()),
                (query, out) -> out.write(framed(answer.apply(query).toWire())),
                false);
    }

    static Responder udp(Function<Message, List<byte[]>> answers) throws IOException {
        return bound(InetAddress.getLoopbackAddress(), answers, HANG_UP, false);
    }

    static Responder tcp(Talk talk) throws IOException {
        return bound(InetAddress.getLoopbackAddress(), query -> List.of(), talk, false);
    }

    /** Says what is given and no more, and holds the line until the asker hangs up. */
    static Responder patient(Talk talk) throws IOException {
        return bound(InetAddress.getLoopbackAddress(), query -> List.of(), talk, true);
    }

    static Responder both(Function<Message, List<byte[]>> udp, Talk tcp) throws IOException {
        return bound(InetAddress.getLoopbackAddress(), udp, tcp, false);
    }

    private static Responder bound(InetAddress host, Function<Message, List<byte[]>> udp, Talk tcp, boolean patient)
            throws IOException {
        for (int i = 0; i < 50; i++) {
            ServerSocket connections = new ServerSocket(0, 50, host);
            try {
                DatagramSocket datagrams = new DatagramSocket(connections.getLocalPort(), host);
                datagrams.setReceiveBufferSize(ROOMY);
                return new Responder(datagrams, connections, udp, tcp, patient);
            } catch (BindException e) {
                connections.close();
            }
        }
        throw new BindException("no port that is free for both");
    }

    static byte[] framed(byte[] message) {
        return ByteBuffer.allocate(2 + message.length)
                .putShort((short) message.length)
                .put(message)
                .array();
    }

    NameServer server() {
        return server("ns.test");
    }

    NameServer server(String name) {
        return new NameServer(name, address());
    }

    InetSocketAddress address() {
        return new InetSocketAddress(connections.getInetAddress(), connections.getLocalPort());
    }

    List<Message> overUdp() {
        return overUdp;
    }

    List<Message> overTcp() {
        return overTcp;
    }

    /** From which ports the datagrams came. */
    List<Integer> ports() {
        return ports;
    }

    /** Connections that stand. */
    int connected() {
        return open.size();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "responder");
        thread.setDaemon(true);
        thread.start();
    }

    private void serveUdp() {
        DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
        while (!datagrams.isClosed()) {
            try {
                packet.setLength(4_096);
                datagrams.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                overUdp.add(query);
                ports.add(packet.getPort());
                for (byte[] answer : udp.apply(query)) {
                    datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // closed, or the asker is gone: the next one may come
                continue;
            }
        }
    }

    private void serveTcp() {
        while (!connections.isClosed()) {
            try {
                Socket one = connections.accept();
                open.add(one);
                start(() -> talk(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket one) {
        try (one) {
            DataInputStream in = new DataInputStream(one.getInputStream());
            Message query = new Message(in.readNBytes(in.readUnsignedShort()));
            overTcp.add(query);
            tcp.to(query, one.getOutputStream());
            if (patient) {
                in.readAllBytes();
            }
        } catch (IOException e) {
            // the probe hung up: what the test is about
            return;
        } finally {
            open.remove(one);
        }
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        connections.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
