package cutover.twin.aws;

import cutover.twin.front.Incoming;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of a request that is signed, step 1 of the vendor's description. */
final class CanonicalRequest {

    private CanonicalRequest() {}

    /** @param signedHeaders names, lower case, separated by semicolons */
    static String of(Incoming request, String service, String signedHeaders) {
        boolean store = service.equals("s3");
        String headers = Arrays.stream(signedHeaders.split(";"))
                .map(name -> name + ":" + values(request, name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                store ? request.rawPath() : path(request.rawPath()),
                query(request.query()),
                headers,
                signedHeaders,
                store ? body(request) : Digests.sha256(request.body()));
    }

    /** The object store takes a body that is not signed, if the request says so. */
    private static String body(Incoming request) {
        return request.header("X-Amz-Content-Sha256")
                .filter("UNSIGNED-PAYLOAD"::equals)
                .orElseGet(() -> Digests.sha256(request.body()));
    }

    /** Services other than the object store escape the path a second time. */
    private static String path(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1))
                .map(CanonicalRequest::escaped)
                .collect(Collectors.joining("/"));
    }

    private static String query(String raw) {
        if (raw.isEmpty()) {
            return "";
        }
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String values(Incoming request, String name) {
        return request.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .map(value -> value.trim().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    private static String escaped(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
