package cutover.twin.mailgun;

import jakarta.mail.internet.MailDateFormat;
import java.math.BigDecimal;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of the events. Without an end it goes from the beginning, which is now unless it is said, back into the
 * past, unless it is to ascend.
 *
 * @param from seconds since 1970, inclusive
 * @param to the same
 */
record EventQuery(BigDecimal from, BigDecimal to, boolean ascending, int limit, List<EventFilter> filters) {

    private static final int PAGE = 100;
    private static final int MOST = 300;
    private static final Set<String> OPTIONS = Set.of("begin", "end", "ascending", "limit", "pretty");
    private static final BigDecimal FUTURE = BigDecimal.valueOf(Long.MAX_VALUE);

    EventQuery {
        filters = List.copyOf(filters);
    }

    /** @throws IllegalArgumentException with the vendor's words when it makes no sense */
    static EventQuery parse(Form form, Instant now) {
        BigDecimal begin = time(form, "begin").orElse(seconds(now));
        Optional<BigDecimal> end = time(form, "end");
        Optional<Boolean> wish = form.first("ascending").map(text -> text.matches("(?i)yes|true"));
        boolean ascending = end.map(time -> time.compareTo(begin) >= 0).orElse(wish.orElse(false));
        if (wish.isPresent() && wish.get() != ascending) {
            throw new IllegalArgumentException("'begin', 'end' and 'ascending' do not agree");
        }
        BigDecimal other = end.orElse(ascending ? FUTURE : BigDecimal.ZERO);
        List<EventFilter> filters = form.fields().stream()
                .filter(field -> !OPTIONS.contains(field.getKey()))
                .map(field -> EventFilter.parse(field.getKey(), field.getValue()))
                .toList();
        return new EventQuery(
                begin.min(other), begin.max(other), ascending, Math.min(MOST, form.number("limit", PAGE)), filters);
    }

    boolean wants(Event event) {
        return event.at().compareTo(from) >= 0
                && event.at().compareTo(to) <= 0
                && filters.stream().allMatch(filter -> filter.fits(event));
    }

    /** Seconds since 1970, or a date of RFC 2822. */
    private static Optional<BigDecimal> time(Form form, String name) {
        return form.first(name).map(text -> {
            try {
                return text.matches("\\d+(\\.\\d+)?")
                        ? new BigDecimal(text)
                        : seconds(new MailDateFormat().parse(text).toInstant());
            } catch (ParseException e) {
                throw new IllegalArgumentException("'" + name + "' is not a valid date: " + text, e);
            }
        });
    }

    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
    }
}
