package common;

import cutover.patience.Durations;
import cutover.probe.http.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser keeps of an answer when it is gone. */
public record Lasting(Answered answer) {

    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final Pattern AGE = Pattern.compile("(?:^|[,\\s])(?:s-maxage|max-age)\\s*=\\s*\"?(\\d{1,15})");
    private static final Pattern STRICT_AGE = Pattern.compile("(?:^|[;\\s])max-age\\s*=\\s*\"?(\\d{1,15})");

    /** Browsers may keep a permanent redirect as long as they like. */
    public boolean permanent() {
        return PERMANENT.contains(answer.status());
    }

    /** How long the answer may be kept; nothing where it says nothing. */
    public Duration kept() {
        String control = String.join(",", answer.headers("Cache-Control")).toLowerCase(Locale.ROOT);
        if (control.contains("no-store") || control.contains("no-cache")) {
            return Duration.ZERO;
        }
        return longest(AGE.matcher(control)).or(this::untilExpiry).orElse(Duration.ZERO);
    }

    /** The headers that say how long. */
    public String keptAs() {
        return answer.header("Cache-Control")
                .map(control -> "Cache-Control: " + control)
                .orElseGet(() -> "Expires: " + answer.header("Expires").orElse(""));
    }

    /** Strict-Transport-Security with a time, over https; browsers ignore it elsewhere. */
    public Optional<String> strict() {
        return answer.header("Strict-Transport-Security")
                .filter(line -> answer.sent().address().secure())
                .filter(line -> longest(STRICT_AGE.matcher(line.toLowerCase(Locale.ROOT)))
                        .filter(time -> !time.isZero())
                        .isPresent());
    }

    /** "for 365 days, for every name below it too". */
    public String strictly() {
        String line = strict().orElse("").toLowerCase(Locale.ROOT);
        Duration time = longest(STRICT_AGE.matcher(line)).orElse(Duration.ZERO);
        return "for " + told(time) + (line.contains("includesubdomains") ? ", for every name below it too" : "");
    }

    /** "365 days", "10 min". */
    public static String told(Duration time) {
        return time.toDays() > 1 ? time.toDays() + " days" : Durations.told(time);
    }

    private Optional<Duration> untilExpiry() {
        Instant now = answer.serverTime().orElse(answer.sentAt());
        return answer.header("Expires")
                .flatMap(Lasting::read)
                .map(expiry -> Duration.between(now, expiry))
                .filter(time -> !time.isNegative());
    }

    private static Optional<Instant> read(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            // "0" and the like: long gone
            return Optional.empty();
        }
    }

    private static Optional<Duration> longest(Matcher seconds) {
        return seconds.results()
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .max(Duration::compareTo);
    }
}
