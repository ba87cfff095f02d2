package cutover.twin.site.django;

import cutover.twin.web.WebRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Cookies of a request and the header lines that set them. */
public final class Cookies {

    private static final DateTimeFormatter EXPIRES =
            DateTimeFormatter.ofPattern("EEE, dd-MMM-yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private Cookies() {}

    public static Map<String, String> of(WebRequest request) {
        Map<String, String> cookies = new LinkedHashMap<>();
        request.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Cookie"))
                .flatMap(header -> java.util.Arrays.stream(header.getValue().split(";")))
                .map(String::trim)
                .filter(pair -> pair.indexOf('=') > 0)
                .forEach(pair -> cookies.put(
                        pair.substring(0, pair.indexOf('=')), unquoted(pair.substring(pair.indexOf('=') + 1))));
        return cookies;
    }

    /**
     * A {@code Set-Cookie} value.
     *
     * @param maxAge seconds; negative for a cookie that ends with the browser
     */
    public static String set(String name, String value, long maxAge, Instant now, boolean secure, boolean httpOnly) {
        StringBuilder text = new StringBuilder(name).append('=').append(value);
        if (maxAge >= 0) {
            text.append("; expires=")
                    .append(EXPIRES.format(now.plusSeconds(maxAge).atOffset(ZoneOffset.UTC)))
                    .append("; Max-Age=")
                    .append(maxAge);
        }
        text.append(httpOnly ? "; HttpOnly" : "").append("; Path=/; SameSite=Lax");
        return text.append(secure ? "; Secure" : "").toString();
    }

    /** A {@code Set-Cookie} value that deletes; it carries no flags, as the framework's did. */
    public static String delete(String name) {
        return name + "=\"\"; expires=Thu, 01-Jan-1970 00:00:00 GMT; Max-Age=0; Path=/";
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
