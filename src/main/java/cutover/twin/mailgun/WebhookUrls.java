package cutover.twin.mailgun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The URLs of one domain, by webhook. */
final class WebhookUrls {

    static final String PERMANENT_FAIL = "permanent_fail";

    static final List<String> NAMES = List.of(
            "accepted",
            "clicked",
            "complained",
            "delivered",
            "opened",
            PERMANENT_FAIL,
            "temporary_fail",
            "unsubscribed");

    /** The vendor's limit for each webhook. */
    private static final int MOST = 3;

    private final Supplier<List<String>> bounces;
    private final Map<String, List<String>> changed = new HashMap<>();

    WebhookUrls(Supplier<List<String>> bounces) {
        this.bounces = bounces;
    }

    /** Empty when there is no such webhook. */
    synchronized List<String> of(String name) {
        return changed.containsKey(name) ? changed.get(name) : given(name);
    }

    /** Only those that have a URL. */
    synchronized Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        NAMES.stream().filter(name -> !of(name).isEmpty()).forEach(name -> all.put(name, of(name)));
        return all;
    }

    /**
     * Replaces the URLs of a webhook.
     *
     * @param urls none deletes it
     * @throws IllegalArgumentException when the vendor would not take the name or a URL
     */
    synchronized void set(String name, List<String> urls) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("invalid webhook type: " + name);
        }
        if (urls.size() > MOST) {
            throw new IllegalArgumentException("no more than " + MOST + " urls per webhook");
        }
        urls.forEach(Caller::checked);
        changed.put(name, List.copyOf(urls));
    }

    /** One URL more, unless it is there already. */
    synchronized void add(String name, String url) {
        if (!of(name).contains(url)) {
            List<String> urls = new ArrayList<>(of(name));
            urls.add(url);
            set(name, urls);
        }
    }

    synchronized void remove(String name, String url) {
        if (of(name).contains(url)) {
            set(name, of(name).stream().filter(kept -> !kept.equals(url)).toList());
        }
    }

    synchronized void clear() {
        changed.clear();
    }

    private List<String> given(String name) {
        return name.equals(PERMANENT_FAIL) ? bounces.get() : List.of();
    }
}
