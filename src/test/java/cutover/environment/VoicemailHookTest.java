package cutover.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoicemailHookTest {

    @ParameterizedTest
    @CsvSource({
        "New voicemail 11/22/2026 6:40 AM PST, 2026-11-22T14:40:00Z",
        "New voicemail 7/4/2026 11:05 PM PDT, 2026-07-05T06:05:00Z",
        "New voicemail 11/22/2026 2:40 PM UTC, 2026-11-22T14:40:00Z"
    })
    void theTimeInTheSubjectIsReadWithItsZone(String subject, Instant instant) {
        assertThat(voicemail("New voicemail {time}").timeIn(subject).map(ZonedDateTime::toInstant))
                .hasValue(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"New voicemail 2026-11-22T14:40", "New voicemail ", "Old voicemail 11/22/2026 6:40 AM PST", ""})
    void anotherSubjectHasNoTime(String subject) {
        assertThat(voicemail("New voicemail {time}").timeIn(subject)).isEmpty();
    }

    @Test
    void aTimeIsWrittenAsTheSubjectShowsIt() {
        assertThat(voicemail("New voicemail {time}").written(ZonedDateTime.parse("2026-07-05T06:05:00Z")))
                .isEqualTo("7/4/2026 11:05 PM PDT");
    }

    @Test
    void aSubjectWithoutItsTimeIsRefused() {
        assertThatThrownBy(() -> voicemail("New voicemail"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mail-subject holds {time}, got 'New voicemail'");
    }

    private static VoicemailHook voicemail(String subject) {
        return new VoicemailHook(
                "/phone/new",
                "voicemail",
                subject,
                "M/d/yyyy h:mm a z",
                "America/Los_Angeles",
                List.of(),
                Duration.ofSeconds(1),
                new Refusals(List.of(404), List.of(404), List.of(405), List.of(400)));
    }
}
