package cutover.probe.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Exchanges as plain text for evidence; whatever opens a session is hidden. */
public final class Exchanges {

    private static final int SHOWN = 4_096;
    private static final String HIDDEN = "«hidden»";
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "x-csrftoken", "x-api-key", "x-amz-security-token");
    private static final Pattern CSRF_VALUE =
            Pattern.compile("(?i)(name=[\"']?csrf[\\w-]*[\"']?[^>]{0,80}?(?:value|content)=[\"']?)([^\"'>\\s]+)");

    private Exchanges() {}

    /**
     * Request line, headers, answer and the first 4 kB of a body that is text. Values of cookies, credentials and CSRF
     * fields are replaced by «hidden».
     */
    public static String told(HttpObservation seen) {
        StringBuilder text = new StringBuilder();
        text.append(seen.sent().told()).append('\n');
        headers(text, seen.sent().headers());
        if (!seen.sent().about().isEmpty()) {
            text.append("(").append(seen.sent().about()).append(")\n");
        }
        text.append("\nat ").append(seen.sentAt());
        return seen.fold(answered -> answer(text, answered), none -> none(text, none));
    }

    /** One line: what was asked and what came. */
    public static String line(HttpObservation seen) {
        String asked = seen.sent().told();
        return seen.fold(
                answered -> "%s → %d%s"
                        .formatted(
                                asked,
                                answered.status(),
                                answered.header("Location")
                                        .map(to -> " Location: " + to)
                                        .orElse("")),
                none -> "%s → no answer: %s (%s)".formatted(asked, none.kind(), none.detail()));
    }

    private static String answer(StringBuilder text, Answered answered) {
        text.append(" answered by ").append(Addresses.told(answered.peer()));
        text.append(", first byte after ")
                .append(answered.firstByte().toMillis())
                .append(" ms, all after ");
        text.append(answered.total().toMillis()).append(" ms\n");
        answered.tls()
                .ifPresent(tls -> text.append(tls.protocol())
                        .append(", certificate ")
                        .append(tls.certificate().told())
                        .append('\n'));
        text.append("\n")
                .append(answered.version())
                .append(' ')
                .append(answered.status())
                .append(' ')
                .append(answered.reason());
        text.append('\n');
        headers(text, answered.headers());
        return text.append('\n').append(body(answered)).toString();
    }

    private static String none(StringBuilder text, NoAnswer none) {
        text.append(" no answer: ").append(none.kind()).append(", ").append(none.detail());
        text.append(", after ").append(none.total().toMillis()).append(" ms\n");
        none.peer()
                .ifPresent(peer ->
                        text.append("peer ").append(Addresses.told(peer)).append('\n'));
        none.certificate()
                .ifPresent(shown ->
                        text.append("certificate ").append(shown.told()).append('\n'));
        return text.toString();
    }

    private static void headers(StringBuilder text, List<Header> headers) {
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(value(header)).append('\n'));
    }

    private static String value(Header header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        // a signature lets anybody send the same once more
        if (SECRET.contains(name) || name.endsWith("-signature")) {
            return HIDDEN;
        }
        if (header.is("Cookie")) {
            return header.value().replaceAll("=[^;]*", "=" + HIDDEN);
        }
        // name and attributes stay: they are what one wants to see
        return header.is("Set-Cookie") ? header.value().replaceFirst("=[^;]*", "=" + HIDDEN) : header.value();
    }

    private static String body(Answered answered) {
        String notes = notes(answered);
        if (!isText(answered.mediaType())) {
            return "(" + answered.bytes().length + " bytes of " + answered.mediaType() + notes + ")\n";
        }
        String text = answered.text();
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\n… (" + text.length() + " in all)";
        return CSRF_VALUE.matcher(shown).replaceAll("$1" + HIDDEN) + (notes.isEmpty() ? "\n" : "\n(" + notes + ")\n");
    }

    private static String notes(Answered answered) {
        return (answered.truncated() ? " cut at our limit" : "")
                + (answered.contentLengthMismatch() ? " ended before its announced length" : "")
                + (answered.contentTrouble().isEmpty() ? "" : " " + answered.contentTrouble());
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("json")
                || mediaType.endsWith("xml")
                || mediaType.endsWith("javascript");
    }
}
