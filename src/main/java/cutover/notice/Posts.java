package cutover.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cutover.patience.Durations;
import cutover.patience.Patience;
import cutover.probe.http.Answered;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.NoAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Posts JSON to one address. A receiver that is asked too often says when to come back (429, Retry-After, RFC 9110
 * section 10.2.3): that is obeyed once, if the time allows it. Nothing else is repeated, since nobody knows what
 * has arrived.
 */
final class Posts {

    private static final int TOO_MANY = 429;
    private static final int MOST_TOLD = 200;

    private final String channel;
    private final URI address;
    private final Map<String, String> headers;
    private final Duration within;
    private final Function<Duration, HttpProbe> http;

    /** @param http makes a probe that gives an exchange up after a time */
    Posts(
            String channel,
            String address,
            Map<String, String> headers,
            Duration within,
            Function<Duration, HttpProbe> http) {
        this.channel = channel;
        this.address = URI.create(address);
        this.headers = new LinkedHashMap<>(headers);
        this.headers.put("Content-Type", "application/json; charset=utf-8");
        this.within = within;
        this.http = http;
    }

    /** @param judge what an answer means, once it is not one of being too busy */
    Delivery post(JsonNode payload, Function<Answered, Delivery> judge) {
        byte[] body = bytes(payload);
        try (HttpProbe probe = http.apply(within)) {
            HttpObservation first = probe.post(address, headers, body);
            Optional<Duration> pause = pause(first);
            return (pause.isPresent() ? again(first, pause.get(), body) : first)
                    .fold(answered -> judged(answered, judge), this::lost);
        }
    }

    /** What the answer's body says, in one short line. */
    static String said(Answered answered) {
        String line = answered.text().replaceAll("\\s+", " ").strip();
        return line.length() > MOST_TOLD ? line.substring(0, MOST_TOLD) + "…" : line;
    }

    /** "404 no_service". */
    static String told(Answered answered) {
        return (answered.status() + " " + said(answered)).strip();
    }

    private Delivery judged(Answered answered, Function<Answered, Delivery> judge) {
        return answered.status() == TOO_MANY
                ? new Delivery.Refused(
                        channel,
                        "it is asked too often: " + told(answered)
                                + answered.header("Retry-After")
                                        .map(after -> ", Retry-After " + after)
                                        .orElse(""),
                        "tell the team by hand, and find out who else writes there so often")
                : judge.apply(answered);
    }

    private HttpObservation again(HttpObservation first, Duration pause, byte[] body) {
        Duration left = within.minus(first.total()).minus(pause);
        new Patience(pause, pause).watch("a channel that is busy", () -> pause, seen -> false, progress -> {});
        try (HttpProbe probe = http.apply(left)) {
            return probe.post(address, headers, body);
        }
    }

    /** How long to wait before a second attempt; empty when there is none. */
    private Optional<Duration> pause(HttpObservation seen) {
        return seen.fold(
                answered -> Optional.of(answered)
                        .filter(busy -> busy.status() == TOO_MANY)
                        .flatMap(busy -> busy.header("Retry-After"))
                        .filter(seconds -> seconds.strip().matches("\\d{1,6}"))
                        .map(seconds -> Duration.ofSeconds(Math.max(1, Long.parseLong(seconds.strip()))))
                        .filter(pause -> pause.plus(seen.total()).plusMillis(1).compareTo(within) < 0),
                none -> Optional.empty());
    }

    private Delivery lost(NoAnswer none) {
        return new Delivery.Lost(channel, why(none), toDo(none.kind()));
    }

    private String why(NoAnswer none) {
        return switch (none.kind()) {
            case TIMED_OUT -> "no answer within " + Durations.told(within);
            case TLS_UNTRUSTED, TLS_NAME_MISMATCH -> "its certificate is not trusted: " + none.detail();
            default -> none.detail();
        };
    }

    private static String toDo(NoAnswer.Kind kind) {
        return switch (kind) {
            case TLS_UNTRUSTED, TLS_NAME_MISMATCH ->
                "find out who answers there before anything is sent to it; tell the team by hand meanwhile";
            case TIMED_OUT, CLOSED_EARLY, MALFORMED ->
                "look whether it has arrived; if not, tell the team by hand, and look at the receiver's status page";
            default -> "tell the team by hand, and look whether this machine may reach that host";
        };
    }

    private static byte[] bytes(JsonNode payload) {
        try {
            return JsonMapper.builder().build().writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always writable", e);
        }
    }
}
