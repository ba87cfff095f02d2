package cutover.probe.http;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * A form with the values that a browser would send if nobody typed anything.
 *
 * @param method upper case; GET when the form names none
 * @param action absolute; the page's own address when the form names none
 * @param fields name to value in the page's order: hidden fields, preset inputs, checked boxes, chosen options, text
 *     areas; no buttons and no disabled fields
 */
public record HtmlForm(String method, URI action, Map<String, String> fields) {

    public HtmlForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The first form of the page that fits. */
    public static Optional<HtmlForm> in(String html, URI page, String selector) {
        return Html.of(html, page).form(selector);
    }

    /** The first form of the answer's page that fits. */
    public static Optional<HtmlForm> in(Answered page, String selector) {
        return Html.of(page).form(selector);
    }

    static Optional<HtmlForm> of(Element form, URI base) {
        String method =
                form.attr("method").isBlank() ? "GET" : form.attr("method").toUpperCase(Locale.ROOT);
        Optional<URI> action = form.attr("action").isBlank()
                ? Optional.of(WebAddress.plain(base))
                : WebAddress.resolve(base, form.attr("action"));
        return action.map(target -> new HtmlForm(method, target, values(form)));
    }

    /** The fields with those values in the place of the preset ones, or added. */
    public Map<String, String> filled(Map<String, String> typed) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(typed);
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, String> values(Element form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            if (!field.hasAttr("disabled")) {
                value(field).ifPresent(value -> values.put(field.attr("name"), value));
            }
        }
        return values;
    }

    private static Optional<String> value(Element field) {
        return switch (field.normalName()) {
            case "textarea" -> Optional.of(field.wholeText());
            case "select" -> chosen(field);
            default -> input(field);
        };
    }

    private static Optional<String> chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        Element first = option == null ? select.selectFirst("option") : option;
        return Optional.ofNullable(first).map(one -> one.hasAttr("value") ? one.attr("value") : one.text());
    }

    private static Optional<String> input(Element field) {
        return switch (field.attr("type").toLowerCase(Locale.ROOT)) {
            case "submit", "button", "image", "reset", "file" -> Optional.empty();
            case "checkbox", "radio" ->
                field.hasAttr("checked")
                        ? Optional.of(field.hasAttr("value") ? field.attr("value") : "on")
                        : Optional.empty();
            default -> Optional.of(field.attr("value"));
        };
    }
}
