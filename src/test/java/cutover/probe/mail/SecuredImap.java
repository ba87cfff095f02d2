package cutover.probe.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a plain IMAP server on loopback and speaks TLS with the client. */
final class SecuredImap implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Greeting greeting;
    private final int behind;

    /** What happens before both sides are joined; yields what the client then speaks through. */
    private interface Greeting {
        Socket met(Socket client, InputStream server) throws IOException;
    }

    private SecuredImap(Greeting greeting, int behind) throws IOException {
        this.greeting = greeting;
        this.behind = behind;
        start(this::serve);
    }

    /** TLS from the first byte (RFC 8314). */
    static SecuredImap imaps(SSLContext context, int behind) throws IOException {
        return new SecuredImap((client, server) -> secured(context, client), behind);
    }

    /** TLS on demand (RFC 3501, 6.2.1). */
    static SecuredImap startTls(SSLContext context, int behind) throws IOException {
        Greeting greeting = (client, server) -> {
            onDemand(client);
            // the client has been greeted already
            new BufferedReader(new InputStreamReader(server, StandardCharsets.US_ASCII), 1).readLine();
            return secured(context, client);
        };
        return new SecuredImap(greeting, behind);
    }

    /** Accepts connections and says nothing. */
    static SecuredImap silent(int behind) throws IOException {
        return new SecuredImap(
                (client, server) -> {
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                    throw new IOException("the client is gone");
                },
                behind);
    }

    int port() {
        return socket.getLocalPort();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "secured-imap");
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

    private void talk(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            open.add(server);
            Socket met = greeting.met(client, server.getInputStream());
            start(() -> pass(server, met));
            pass(met, server);
        } catch (IOException e) {
            // a handshake that the client breaks off is what some tests are about
            open.remove(client);
        }
    }

    private static SSLSocket secured(SSLContext context, Socket client) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(client, null, true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static void onDemand(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "* OK [CAPABILITY IMAP4rev1 STARTTLS] ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            if (words[1].equals("STARTTLS")) {
                say(client, words[0] + " OK begin");
                return;
            }
            say(client, "* CAPABILITY IMAP4rev1 STARTTLS\r\n" + words[0] + " OK done");
        }
        throw new IOException("the client is gone");
    }

    private static void say(Socket one, String line) throws IOException {
        OutputStream out = one.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
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
