package cutover.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Looks for needles in a text and behind its escapes, two layers deep: a URL in JSON, a mail body in JSON. */
final class Sightings {

    private static final Set<Escapes> OUTER = EnumSet.of(Escapes.PERCENT, Escapes.HTML, Escapes.JSON);

    private final Needles needles;
    private final List<Sighting> seen = new ArrayList<>();

    private Sightings(Needles needles) {
        this.needles = needles;
    }

    /** From left to right; they may overlap. */
    static List<Sighting> in(String text, Needles needles) {
        Sightings sightings = new Sightings(needles);
        View plain = View.of(text);
        needles.find(text, (at, needle) -> sightings.add(at, at + needle.text().length(), needle, needle.form()));
        for (Escapes outer : Escapes.values()) {
            sightings.lookBehind(plain, outer);
        }
        sightings.seen.sort(Sighting.ORDER);
        return sightings.seen;
    }

    private void lookBehind(View plain, Escapes outer) {
        View view = Undoing.of(plain, outer, needles.longest());
        if (view.text().isEmpty()) {
            return;
        }
        look(view, outer);
        if (OUTER.contains(outer)) {
            for (Escapes inner : Escapes.values()) {
                look(Undoing.of(view, inner, needles.longest()), inner);
            }
        }
    }

    private void look(View view, Escapes undone) {
        needles.find(view.text(), (at, needle) -> {
            int end = at + needle.text().length();
            boolean wordsOfTwoLines = undone == Escapes.FOLDED && needle.plain();
            if (view.changed(at, end) && !wordsOfTwoLines) {
                String form = needle.plain() ? undone.form() : needle.form();
                add(view.start(at), view.end(end - 1), needle, form);
            }
        });
    }

    private void add(int start, int end, Needle needle, String form) {
        seen.add(new Sighting(start, end, needle.label(), form));
    }
}
