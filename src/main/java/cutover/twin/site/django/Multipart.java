package cutover.twin.site.django;

import cutover.twin.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of several parts (RFC 7578), some of which may be files. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename\\*?=");
    private static final String LINE = "\r\n";

    /** What the framework counts for the name of a field beside its letters. */
    private static final int NAME_OVERHEAD = 2;

    private final WebRequest request;
    private final String boundary;

    Multipart(WebRequest request, String contentType) {
        this.request = request;
        this.boundary = group(BOUNDARY.matcher(contentType)).orElseThrow(BadRequest::unparsable);
    }

    /** The fields that are not files; of a repeated name the last value counts. */
    Params fields(int mostBytes) {
        requireWhole();
        Map<String, String> fields = new LinkedHashMap<>();
        int size = 0;
        for (Part part : Part.of(request.body(), boundary)) {
            Optional<String> name = part.fieldName();
            if (name.isPresent()) {
                size += name.get().length() + NAME_OVERHEAD + part.content().length();
                if (size > mostBytes) {
                    throw BadRequest.tooMuchData();
                }
                fields.put(utf8(name.get()), utf8(part.content()));
            }
        }
        return Params.of(fields);
    }

    /** The stream of a body that grew or shrank on its way can't be read to its end. */
    private void requireWhole() {
        String announced = request.header("Content-Length").orElse("");
        String length = Integer.toString(request.body().length);
        if (!announced.isEmpty() && !announced.equals(length)) {
            throw new Raised(
                    "django.http.request.UnreadablePostError",
                    "request data read error: " + announced + " bytes announced, " + length + " received",
                    "django/http/request.py, read");
        }
    }

    private static Optional<String> group(Matcher matcher) {
        return matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** One part; each character of its texts is one byte. */
    private record Part(String headers, String content) {

        static List<Part> of(byte[] body, String boundary) {
            String[] pieces = (LINE + new String(body, StandardCharsets.ISO_8859_1))
                    .split(Pattern.quote(LINE + "--" + boundary), -1);
            return Arrays.stream(pieces)
                    .skip(1)
                    .takeWhile(piece -> !piece.startsWith("--"))
                    .filter(piece -> piece.contains(LINE + LINE))
                    .map(piece -> new Part(
                            piece.substring(0, piece.indexOf(LINE + LINE)),
                            piece.substring(piece.indexOf(LINE + LINE) + 2 * LINE.length())))
                    .toList();
        }

        /** Empty for a file and for a part without a name. */
        Optional<String> fieldName() {
            return headers.lines()
                    .filter(line -> line.regionMatches(true, 0, "Content-Disposition:", 0, 20))
                    .filter(line -> !FILE_NAME.matcher(line).find())
                    .findFirst()
                    .flatMap(line -> group(NAME.matcher(line)));
        }
    }
}
