package cutover.twin.front;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What somebody hears who comes to shake hands where nobody does. */
public enum Rebuff {
    /** The fatal alert "unrecognized_name" (RFC 8446, 6): no certificate for that name. */
    ALERT(new byte[] {21, 3, 3, 0, 2, 2, 112}),
    /** A record of a handshake with a message that no handshake has. */
    GARBLED(new byte[] {22, 3, 3, 0, 4, 99, 0, 0, 0}),
    PLAIN_HTTP("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
    /** The greeting of another service. */
    NOT_TLS("SSH-2.0-OpenSSH_9.2\r\n"),
    HANGS_UP(""),
    /** Nothing, for as long as the client waits. */
    SILENCE();

    private final Optional<byte[]> words;

    Rebuff() {
        this.words = Optional.empty();
    }

    Rebuff(String words) {
        this(words.getBytes(StandardCharsets.US_ASCII));
    }

    Rebuff(byte[] words) {
        this.words = Optional.of(words);
    }

    /** What is said before it is hung up; empty when it isn't. */
    Optional<byte[]> words() {
        return words.map(byte[]::clone);
    }
}
