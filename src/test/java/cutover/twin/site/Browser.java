package cutover.twin.site;

import cutover.twin.web.Application;
import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A visitor with a cookie jar, who speaks to the application without a network between. */
final class Browser {

    final Map<String, String> cookies = new LinkedHashMap<>();
    private final Application site;
    private final String host;
    private final String stage;

    Browser(Application site, String host, String stage) {
        this.site = site;
        this.host = host;
        this.stage = stage;
    }

    WebResponse get(String path) {
        return send("GET", path, Map.of(), "");
    }

    Document page(String path) {
        return document(get(path));
    }

    static Document document(WebResponse response) {
        return Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8));
    }

    static String text(WebResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String header(WebResponse response, String name) {
        return response.headers().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    static List<String> setCookies(WebResponse response) {
        return response.headers().stream()
                .filter(entry -> entry.getKey().equals("Set-Cookie"))
                .map(Map.Entry::getValue)
                .toList();
    }

    WebResponse signIn(String persona) {
        return signIn(persona + "@cutover.example", Rehearsed.password(persona), Map.of());
    }

    WebResponse signIn(String email, String password, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("csrfmiddlewaretoken", token("/accounts/login/"));
        fields.put("login", email);
        fields.put("password", password);
        return post("/accounts/login/", fields);
    }

    WebResponse signInToAdmin(String login, String password) {
        return post(
                "/admin/login/",
                Map.of(
                        "csrfmiddlewaretoken",
                        token("/admin/login/"),
                        "username",
                        login,
                        "password",
                        password,
                        "next",
                        "/admin/"));
    }

    String token(String path) {
        return page(path).select("input[name=csrfmiddlewaretoken]").val();
    }

    WebResponse post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Referer",
                        "https://" + host + stage + path),
                body);
    }

    WebResponse send(String method, String address, Map<String, String> more, String body) {
        return send(method, address, more, body.getBytes(StandardCharsets.UTF_8));
    }

    WebResponse send(String method, String address, Map<String, String> more, byte[] body) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(more.entrySet());
        headers.add(Map.entry("Host", host));
        headers.add(Map.entry("User-Agent", "cutover-test"));
        if (!cookies.isEmpty()) {
            headers.add(Map.entry(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; "))));
        }
        int mark = address.indexOf('?');
        WebResponse response = site.answer(new WebRequest(
                method,
                true,
                host,
                stage,
                mark < 0 ? address : address.substring(0, mark),
                mark < 0 ? "" : address.substring(mark + 1),
                headers,
                body,
                "127.0.0.1",
                "request-1"));
        keep(response);
        return response;
    }

    private void keep(WebResponse response) {
        for (String line : setCookies(response)) {
            String pair = line.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            if (line.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(pair.indexOf('=') + 1));
            }
        }
    }
}
