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

/** An empty mailbox whose server says nothing more once a client listens. */
final class SilentImap implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger idled = new AtomicInteger();

    SilentImap() throws IOException {
        start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How often a client began to listen. */
    int idled() {
        return idled.get();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-imap");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                open.add(one);
                start(() -> talk(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket one) {
        try (one) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
            say(one, "* OK [CAPABILITY IMAP4rev1 IDLE] ready");
            boolean listening = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                listening |= words.length > 1 && words[1].equals("IDLE");
                if (!listening) {
                    answer(one, words);
                } else if (words.length > 1) {
                    idled.incrementAndGet();
                    say(one, "+ idling");
                }
            }
        } catch (IOException e) {
            open.remove(one);
        }
    }

    private static void answer(Socket one, String[] words) throws IOException {
        switch (words[1]) {
            case "CAPABILITY" -> say(one, "* CAPABILITY IMAP4rev1 IDLE");
            case "EXAMINE" -> say(one, "* 0 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] x\r\n* FLAGS ()");
            case "SEARCH" -> say(one, "* SEARCH");
            default -> say(one, "* OK still here");
        }
        say(one, words[0] + " OK done");
    }

    private static void say(Socket one, String line) throws IOException {
        OutputStream out = one.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
