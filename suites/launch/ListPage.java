package launch;

import cutover.environment.Application;
import cutover.probe.http.Answered;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One page of an applications list.
 *
 * @param rows id → text of the row
 * @param onTab number on the tab; -1 when it has none
 */
record ListPage(Map<Long, String> rows, long first, long last, long total, long onTab) {

    private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)");

    static Optional<ListPage> of(Answered answer, Application.Listing listing) {
        Document page = Jsoup.parse(answer.text());
        Matcher numbers = listing.pagingNumbers().matcher(textOf(page, listing.paging()));
        if (!page.select("h1").text().contains(listing.heading()) || !numbers.find()) {
            return Optional.empty();
        }
        Map<Long, String> rows = new LinkedHashMap<>();
        for (Element row : page.select(listing.row())) {
            String key = row.attr(listing.key());
            if (key.matches("\\d{1,18}")) {
                rows.put(Long.parseLong(key), row.text());
            }
        }
        Matcher tab = NUMBER.matcher(textOf(page, listing.tab()));
        return Optional.of(new ListPage(
                rows,
                Long.parseLong(numbers.group(1)),
                Long.parseLong(numbers.group(2)),
                Long.parseLong(numbers.group(3)),
                tab.find() ? Long.parseLong(tab.group(1)) : -1));
    }

    /** How many pages the list must have, by its own total. */
    int pagesAt(Application.Listing listing) {
        long beyond = Math.max(0, total - listing.orphans() - 1);
        return (int) Math.min(10_000, beyond / listing.pageSize() + 1);
    }

    private static String textOf(Document page, String selector) {
        return page.select(selector).text();
    }
}
