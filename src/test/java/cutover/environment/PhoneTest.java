package cutover.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.config.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    private static final Phone.Line LINE =
            new Phone.Line("+14155550100", "/phone/call", Optional.empty(), Optional.empty());

    @Test
    void theVoicemailIsOneOfTheNumbers() {
        assertThat(phone("+14155550100", Optional.empty(), 0).voicemailLine()).isEqualTo(LINE);
        assertThatThrownBy(() -> phone("+14155550999", Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("voicemail +14155550999 is none of the numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4155550100", "+1 415 555 0100", "+0415555010", "", "${CUTOVER_CALLER}"})
    void aNumberIsWrittenInE164(String number) {
        assertThatThrownBy(() -> phone("+14155550100", Optional.of(number), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("caller is a number in E.164, for instance +14155550100, got '" + number + "'");
    }

    @Test
    void aNegativeNumberOfCallsIsRefused() {
        assertThatThrownBy(() -> phone("+14155550100", Optional.empty(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calls is 0 or more, got -1");
    }

    private static Phone phone(String voicemail, Optional<String> caller, int calls) {
        return new Phone(
                "AC0", Secret.of("AUTH_TOKEN", "abcdefgh"), Optional.empty(), List.of(LINE), voicemail, caller, calls);
    }
}
