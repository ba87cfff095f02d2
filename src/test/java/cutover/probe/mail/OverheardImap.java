package cutover.probe.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Stands before an IMAP server on loopback and remembers what clients ask of it; speaks in whole lines. */
final class OverheardImap implements AutoCloseable {

    private static final Pattern BODY = Pattern.compile("^\\* \\d+ FETCH \\(.*BODY\\[");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger bodies = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private final int behind;
    private volatile int validity = 1;

    OverheardImap(int behind) throws IOException {
        this.behind = behind;
        start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many bodies were sent since the last time that this was asked. */
    int bodies() {
        return bodies.getAndSet(0);
    }

    /** How many questions were put since the last time that this was asked. */
    int questions() {
        return questions.getAndSet(0);
    }

    /** From now on all mail has another UIDVALIDITY: the server behind gives each folder of a name the same. */
    void numberAnew() {
        validity = 2;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "overheard-imap");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                open.addAll(List.of(client, server));
                start(() -> pass(server, client, this::answered));
                start(() -> pass(client, server, this::asked));
            } catch (IOException e) {
                return;
            }
        }
    }

    private String asked(String line) {
        questions.incrementAndGet();
        return line;
    }

    private String answered(String line) {
        if (BODY.matcher(line).find()) {
            bodies.incrementAndGet();
        }
        return line.replaceFirst("\\[UIDVALIDITY \\d+]", "[UIDVALIDITY " + validity + "]");
    }

    private void pass(Socket from, Socket to, UnaryOperator<String> each) {
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write((each.apply(line) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException e) {
            // one of both hung up
            open.remove(from);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
