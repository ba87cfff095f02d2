package launch;

import cutover.environment.Application;
import cutover.environment.Statuses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a page says of the latest statuses of one application.
 *
 * @param texts as they stand there, in the page's order
 * @param statuses those that the texts tell, sorted: two pages need not name the organisations in the same order
 */
record StatusesShown(List<String> texts, List<String> statuses) {

    /** On an application's own page. */
    static StatusesShown onPage(String html, Statuses.Shown where) {
        return of(Jsoup.parse(html), where);
    }

    /** In each row of a list, by the application's id. */
    static Map<Long, StatusesShown> inRows(String html, Application.Listing listing, Statuses.Shown where) {
        Map<Long, StatusesShown> rows = new LinkedHashMap<>();
        for (Element row : Jsoup.parse(html).select(listing.row())) {
            String key = row.attr(listing.key());
            if (key.matches("\\d{1,18}")) {
                rows.put(Long.parseLong(key), of(row, where));
            }
        }
        return rows;
    }

    private static StatusesShown of(Element part, Statuses.Shown where) {
        List<String> texts = part.select(where.selector()).eachText();
        List<String> statuses = texts.stream()
                .map(where.pattern()::matcher)
                .filter(matcher -> matcher.find() && matcher.group(1) != null)
                .map(matcher -> matcher.group(1).strip())
                .sorted()
                .toList();
        return new StatusesShown(texts, statuses);
    }

    /** Whether each text tells a status. */
    boolean isPlain() {
        return statuses.size() == texts.size();
    }

    /** As a person would say it. */
    String told() {
        return statuses.isEmpty() ? "no status" : String.join(" and ", statuses);
    }
}
