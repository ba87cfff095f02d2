package cutover.probe.http;

import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer came.
 *
 * @param version what was spoken: {@code HTTP/1.1}, {@code HTTP/2.0}
 * @param reason the phrase after the number; often empty
 * @param headers in the order on the wire, repeated names kept
 * @param body as it came; see {@link #bytes}, {@link #content} and {@link #text}
 * @param peer who answered
 * @param tls empty over plain http
 * @param firstByte from the start, name resolution and handshake included, to the end of the answer's head
 */
public record Answered(
        Sent sent,
        int status,
        String version,
        String reason,
        List<Header> headers,
        Body body,
        InetSocketAddress peer,
        Optional<TlsFacts> tls,
        Instant sentAt,
        Duration firstByte,
        Duration total)
        implements HttpObservation {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^\";\\s]+)");

    public Answered {
        headers = List.copyOf(headers);
    }

    /** First header of that name, without regard to case. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All headers of that name in order, one entry per line. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
    }

    /** Media type in lower case without parameters; empty when there is none. */
    public String mediaType() {
        return header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Body bytes as they came, still encoded if the answer has a Content-Encoding. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** Body bytes after Content-Encoding was undone; as far as that was possible, see {@link #contentTrouble}. */
    public byte[] content() {
        return decoded().bytes();
    }

    /** Why {@link #content} is not whole: unknown encoding, damaged data, too large; empty when all is well. */
    public String contentTrouble() {
        return decoded().trouble();
    }

    /** Content in the declared character set; UTF-8 when none, or none that is known, is declared. */
    public String text() {
        return new String(content(), charset());
    }

    /** True when the body was longer than the probe keeps. */
    public boolean truncated() {
        return body.truncated();
    }

    /** True when the connection ended before the body reached its announced length, or its last chunk. */
    public boolean contentLengthMismatch() {
        return body.cutShort();
    }

    /** The answer's Date header; empty when there is none or it can't be read. */
    public Optional<Instant> serverTime() {
        try {
            return header("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How far the server's clock is ahead of ours, to about a second; negative when it is behind. */
    public Optional<Duration> skew() {
        return serverTime().map(theirs -> Duration.between(sentAt.plus(firstByte), theirs));
    }

    /** True for 301, 302, 303, 307 and 308. */
    public boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    @Override
    public <T> T fold(Function<Answered, T> answered, Function<NoAnswer, T> noAnswer) {
        return answered.apply(this);
    }

    private Decoded decoded() {
        List<String> encodings = headers("Content-Encoding").stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .toList();
        return Decoded.of(body, encodings);
    }

    private Charset charset() {
        Matcher declared = CHARSET.matcher(header("Content-Type").orElse(""));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
