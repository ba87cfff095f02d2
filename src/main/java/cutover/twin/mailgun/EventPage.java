package cutover.twin.mailgun;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;

/**
 * Where in the events a page begins.
 *
 * @param onward whether it goes the way of the query from there, or back
 * @param gap number of the event behind the gap between two events at which it begins
 * @param now the time that the first page takes for its own
 * @param form the query as it was sent
 */
record EventPage(boolean onward, long gap, Instant now, Form form) {

    private static final String SEPARATOR = " ";
    private static final int PARTS = 4;

    static EventPage first(Form form, Instant now) {
        return new EventPage(true, 0, now, form).start();
    }

    /** @throws IllegalArgumentException when the token is none of ours */
    static EventPage of(String token) {
        String[] parts =
                new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(SEPARATOR, PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("Invalid page token");
        }
        try {
            return new EventPage(
                    Boolean.parseBoolean(parts[0]),
                    Long.parseLong(parts[1]),
                    Instant.parse(parts[2]),
                    Form.encoded(parts[3]));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Invalid page token", e);
        }
    }

    String token() {
        String text = String.join(SEPARATOR, Boolean.toString(onward), Long.toString(gap), now.toString(), form.text());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    EventQuery query() {
        return EventQuery.parse(form, now);
    }

    /** @param found in the query's order */
    List<Event> cut(List<Event> found, int limit) {
        boolean up = query().ascending() == onward;
        List<Event> rest = found.stream()
                .filter(event -> up ? event.number() >= gap : event.number() < gap)
                .toList();
        return onward
                ? rest.subList(0, Math.min(limit, rest.size()))
                : rest.subList(Math.max(0, rest.size() - limit), rest.size());
    }

    EventPage start() {
        return new EventPage(true, query().ascending() ? 0 : Long.MAX_VALUE, now, form);
    }

    EventPage end() {
        return new EventPage(false, query().ascending() ? Long.MAX_VALUE : 0, now, form);
    }

    EventPage after(List<Event> shown) {
        return new EventPage(true, shown.isEmpty() ? gap : behind(shown.get(shown.size() - 1)), now, form);
    }

    EventPage before(List<Event> shown) {
        return new EventPage(false, shown.isEmpty() ? gap : ahead(shown.get(0)), now, form);
    }

    private long behind(Event event) {
        return query().ascending() ? event.number() + 1 : event.number();
    }

    private long ahead(Event event) {
        return query().ascending() ? event.number() : event.number() + 1;
    }
}
