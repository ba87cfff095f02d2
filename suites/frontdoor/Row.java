package frontdoor;

import cutover.environment.front.Redirects;
import cutover.environment.front.Redirects.Rule;
import cutover.probe.http.RawAddress;
import java.net.URI;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * One path with one query, tried from each origin of a rule.
 *
 * @param target path and query as they go over the wire
 * @param invented whether nothing can be there
 */
record Row(Rule rule, String target, boolean invented) {

    private static final String RUN = "{run}";

    /** All rows of a rule, made one by one. */
    static Iterator<Row> of(Redirects map, Rule rule, String run) {
        return map.paths().stream()
                .flatMap(path -> Stream.concat(Stream.of(""), map.queries().stream())
                        .distinct()
                        .map(query -> of(rule, path, query, run)))
                .iterator();
    }

    private static Row of(Rule rule, String path, String query, String run) {
        String mark = query.isEmpty() ? "" : path.contains("?") ? "&" : "?";
        return new Row(rule, (path + mark + query).replace(RUN, run), path.contains(RUN));
    }

    boolean ofTheFrontPage() {
        return target.equals("/") || target.startsWith("/?");
    }

    /** Where it begins. */
    RawAddress from(URI origin) {
        return at(origin);
    }

    /** Where it must lead. */
    RawAddress end() {
        return at(rule.to());
    }

    private RawAddress at(URI origin) {
        return RawAddress.of(origin + target)
                .orElseThrow(() -> new IllegalArgumentException("config/redirects: no address: " + origin + target));
    }
}
