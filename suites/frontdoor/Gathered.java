package frontdoor;

import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Findings;
import frontdoor.Trouble.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was seen of one origin, kept short however many rows there are: one example of each kind of trouble, and numbers. */
final class Gathered {

    private static final int MORE = 3;

    private final String origin;
    private final String target;
    private final String place;
    private final Map<Kind, Case> cases = new EnumMap<>(Kind.class);
    private final Set<String> addresses = new TreeSet<>();
    private final Set<Integer> statuses = new TreeSet<>();
    private int rows;
    private int answers;
    private int left;
    private boolean onlyTheFrontPage = true;

    /** @param place of the map, for people */
    Gathered(String origin, String target, String place) {
        this.place = place;
        this.origin = origin;
        this.target = target;
    }

    /** One kind of trouble. */
    private static final class Case {
        private final String sentence;
        private final Trouble trouble;
        private final String chain;
        private final List<String> further = new ArrayList<>();
        private final Set<String> addresses = new TreeSet<>();
        private String last = "";
        private int rows;

        Case(String sentence, Trouble trouble, String chain) {
            this.sentence = sentence;
            this.trouble = trouble;
            this.chain = chain;
        }

        void add(String row, String address) {
            addresses.add(address);
            if (row.equals(last)) {
                return;
            }
            last = row;
            if (rows++ > 0 && further.size() < MORE) {
                further.add(row);
            }
        }
    }

    /** @param trails of one row, one for each address of the origin's name */
    void add(Row row, List<Trail> trails) {
        rows++;
        for (Trail trail : trails) {
            String address = trail.first().at().map(NamedAddress::number).orElse("");
            addresses.add(address);
            trail.first().answer().ifPresent(answer -> {
                answers++;
                statuses.add(answer.status());
            });
            onlyTheFrontPage &= row.ofTheFrontPage() != trail.stops();
            trail.troubles().forEach(trouble -> note(row, trail, trouble, address));
        }
    }

    /** A row that was not tried, because nobody answers there. */
    void leave() {
        left++;
    }

    boolean answers() {
        return answers > 0;
    }

    private void note(Row row, Trail trail, Trouble trouble, String address) {
        cases.computeIfAbsent(
                        trouble.kind(),
                        kind -> new Case(trail.first().asked() + trouble.says(), trouble, trail.told(trouble.hop())))
                .add(row.target(), address);
    }

    /** @param sibling whether the same name answers by the other scheme */
    void into(Findings findings, boolean sibling) {
        if (cases.isEmpty()) {
            findings.add(Finding.met(origin + " leads to " + target + " with path and query as they came: " + rows
                    + " of " + rows + " paths and queries, status " + words(statuses) + ", at " + words(addresses)));
        }
        cases.forEach((kind, one) -> findings.add(kind.ours() ? unknown(one) : unmet(one, sibling)));
    }

    private Finding unmet(Case one, boolean sibling) {
        Kind kind = one.trouble.kind();
        boolean dead = kind == Kind.NO_ANSWER && !answers();
        boolean frontPage = onlyTheFrontPage && answers() && rows > 1 && kind == Kind.NOT_SENT_ON;
        String sentence = dead && sibling
                ? origin + one.sentence.substring(one.sentence.indexOf(" does not")) + ", only " + other() + " does"
                : frontPage ? one.sentence + "; only the front page redirects" : one.sentence;
        Unmet unmet = Finding.unmet(sentence)
                .expected(one.trouble.expected())
                .butWas(one.chain + extent(one))
                .lookAt(origin)
                .lookAt(place + ", rules");
        return unmet.toDo(
                dead && (sibling || !secure()) ? speak() : frontPage ? Kind.ONLY_THE_FRONT_PAGE.toDo() : kind.toDo());
    }

    private Finding unknown(Case one) {
        return Finding.unknown(one.sentence)
                .expected(one.trouble.expected())
                .because(one.chain + extent(one))
                .lookAt(origin)
                .toDo("look at this machine's network first, and whether it has " + family(one) + "; then run again");
    }

    private static String family(Case one) {
        return one.addresses.stream().allMatch(address -> address.contains(":")) ? "IPv6" : "a way out at all";
    }

    private String extent(Case one) {
        StringBuilder text =
                new StringBuilder("\nso with ").append(one.rows).append(" of ").append(rows + left);
        text.append(" paths and queries");
        if (!one.further.isEmpty()) {
            text.append(", for instance ").append(String.join(" ", one.further));
        }
        if (left > 0) {
            text.append("; ").append(left).append(" were not tried any more");
        }
        Set<String> well = new TreeSet<>(addresses);
        well.removeAll(one.addresses);
        return well.isEmpty()
                ? text.toString()
                : text + "\nonly at " + words(one.addresses) + ", not at " + words(well);
    }

    private String other() {
        return secure() ? "plain http" : "https";
    }

    private String speak() {
        return secure()
                ? "give the name a front that speaks TLS: a registrar's forwarding and a bucket's website do not"
                : "let port 80 answer too: people type names without https";
    }

    private boolean secure() {
        return origin.startsWith("https:");
    }

    private static String words(Set<?> values) {
        return String.join(", ", values.stream().map(Object::toString).toList());
    }
}
