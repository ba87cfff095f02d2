package cutover.probe.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server that staples, in a JVM of its own: the JDK reads the system property that makes its servers do so once and for
 * all, before the first handshake.
 */
final class Stapler implements AutoCloseable {

    static final char[] PASSWORD = "of-a-test".toCharArray();

    private final Process process;
    private final InetSocketAddress address;

    Stapler(String version, Path store) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.tls.server.enableStatusRequestExtension=true",
                        "-Djdk.tls.stapling.responseTimeout=60000",
                        "-cp",
                        classes(),
                        Stapler.class.getName(),
                        version,
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.US_ASCII);
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(said.readLine()));
    }

    InetSocketAddress address() {
        return address;
    }

    private static String classes() {
        try {
            return Path.of(Stapler.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Says its port, and serves until its input ends. */
    public static void main(String[] arguments) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(arguments[1]))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setEnabledProtocols(new String[] {arguments[0]});
        Thread server = new Thread(() -> serve(socket));
        server.setDaemon(true);
        server.start();
        System.out.println(socket.getLocalPort());
        System.in.readAllBytes();
    }

    private static void serve(SSLServerSocket socket) {
        while (!socket.isClosed()) {
            try (SSLSocket caller = (SSLSocket) socket.accept()) {
                caller.startHandshake();
                caller.getInputStream().readAllBytes();
            } catch (IOException e) {
                System.err.println("a caller left: " + e.getMessage());
            }
        }
    }
}
