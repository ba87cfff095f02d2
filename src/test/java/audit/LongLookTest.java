package audit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.log.LogObservation;
import cutover.probe.log.LogRecord;
import cutover.probe.log.LogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A log that holds more than one search yields. */
class LongLookTest {

    private static final Instant FROM = Instant.parse("2018-01-12T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(5));
    // one each minute, and half a thousand in one of them
    private static final List<LogRecord> WRITTEN = IntStream.range(0, 800)
            .mapToObj(i -> i < 300
                    ? FROM.plus(Duration.ofMinutes(i))
                    : FROM.plus(Duration.ofMinutes(100)).plusMillis(i * 100L))
            .sorted()
            .map(at -> new LogRecord(at, "INFO", "", "text", "one", "text"))
            .toList();

    private final List<LogRecord> heard = new ArrayList<>();

    @Test
    void eachRecordIsHandedOverOnceInItsOrderHoweverLittleASearchYields() {
        LongLook look = new LongLook(yielding(290));

        assertThat(look.over(FROM, TO, heard::add)).isEmpty();
        assertThat(heard).isEqualTo(WRITTEN);
        assertThat(look.records()).isEqualTo(800);
    }

    @Test
    void whereTheShortestPieceHoldsTooMuchItIsToldThatNotAllWasRead() {
        assertThat(new LongLook(yielding(100)).over(FROM, TO, heard::add))
                .get()
                .asString()
                .contains("more records");
    }

    @Test
    void aLogThatCannotBeReadIsNoEmptyLog() {
        LogSource refusing = (term, from, to) -> new LogObservation.Refused("AccessDeniedException");
        LogSource away = (term, from, to) -> new LogObservation.Unreachable("no route");

        assertThat(new LongLook(refusing).over(FROM, TO, heard::add))
                .get()
                .asString()
                .contains("AccessDenied");
        assertThat(new LongLook(away).over(FROM, TO, heard::add))
                .get()
                .asString()
                .contains("no route");
    }

    @Test
    void whoeverHasEnoughEndsIt() {
        assertThat(new LongLook(yielding(1000)).over(FROM, TO, record -> heard.add(record) && heard.size() < 10))
                .isPresent();
        assertThat(heard).hasSize(10);
    }

    private static LogSource yielding(int most) {
        return (term, from, to) -> {
            List<LogRecord> found = WRITTEN.stream()
                    .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(to))
                    .toList();
            return new LogObservation.Found(found.stream().limit(most).toList(), found.size() > most);
        };
    }
}
