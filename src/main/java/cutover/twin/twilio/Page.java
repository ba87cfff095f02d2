package cutover.twin.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list. The next part begins behind the last thing of this one, so that things that come in meanwhile
 * neither repeat nor hide one.
 *
 * @param number of the page, from 0
 * @param start of its first thing in the list, from 0
 */
record Page<T>(List<T> things, int number, int size, int start, Optional<Form> next, Form query) {

    private static final int USUAL = 50;
    private static final int MOST = 1000;
    private static final String TOKEN = "PageToken";

    static <T> Page<T> of(List<T> all, Form query, Function<T, String> sid) {
        int size = query.get("PageSize").flatMap(Page::number).orElse(USUAL);
        int within = Math.max(1, Math.min(size, MOST));
        int number = query.get("Page").flatMap(Page::number).orElse(0);
        int start = query.get(TOKEN).map(token -> behind(all, token, sid)).orElse(0);
        int end = Math.min(all.size(), start + within);
        Optional<Form> next = end < all.size()
                ? Optional.of(plain(query, within)
                        .and(new Form(List.of(
                                Map.entry("Page", Integer.toString(number + 1)),
                                Map.entry(TOKEN, "PA" + sid.apply(all.get(end - 1)))))))
                : Optional.empty();
        return new Page<>(all.subList(start, end), number, within, start, next, plain(query, within));
    }

    /** In the shape of the version of 2010. */
    ObjectNode old(String path, String key, Function<T, ObjectNode> render) {
        ObjectNode body = Answer.node();
        rendered(body.putArray(key), render);
        return body.put("first_page_uri", path + "?" + first().text())
                .put("next_page_uri", next.map(form -> path + "?" + form.text()).orElse(null))
                .put("previous_page_uri", (String) null)
                .put("uri", path + "?" + query.text())
                .put("page", number)
                .put("page_size", size)
                .put("start", start)
                .put("end", Math.max(start, start + things.size() - 1));
    }

    /** In the shape of the newer APIs. */
    ObjectNode current(String url, String key, Function<T, ObjectNode> render) {
        ObjectNode body = Answer.node();
        rendered(body.putArray(key), render);
        body.putObject("meta")
                .put("page", number)
                .put("page_size", size)
                .put("first_page_url", url + "?" + first().text())
                .put("previous_page_url", (String) null)
                .put("next_page_url", next.map(form -> url + "?" + form.text()).orElse(null))
                .put("url", url + "?" + query.text())
                .put("key", key);
        return body;
    }

    private void rendered(ArrayNode array, Function<T, ObjectNode> render) {
        things.forEach(thing -> array.add(render.apply(thing)));
    }

    private Form first() {
        return query.and(new Form(List.of(Map.entry("Page", "0"))));
    }

    private static Form plain(Form query, int size) {
        return query.without("Page", "PageSize", TOKEN)
                .and(new Form(List.of(Map.entry("PageSize", Integer.toString(size)))));
    }

    private static <T> int behind(List<T> all, String token, Function<T, String> sid) {
        for (int i = 0; i < all.size(); i++) {
            if (token.equals("PA" + sid.apply(all.get(i)))) {
                return i + 1;
            }
        }
        return all.size();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
