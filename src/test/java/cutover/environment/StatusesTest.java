package cutover.environment;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.config.Sources;
import cutover.config.StrictYaml;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped patterns read out of the texts of the application's pages. */
class StatusesTest {

    private static final Statuses SHIPPED = StrictYaml.read(
                    Path.of("config/applications/clear-my-record.yaml"),
                    Application.class,
                    Sources.of(Map.of(), Map.of()))
            .explore()
            .statuses()
            .orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "New                                     | New",
                "Granted now                             | Granted",
                "Granted a month ago                     | Granted",
                "Court Date an hour ago                  | Court Date",
                "Can't Proceed: Fees 2 days, 3 hours ago | Can't Proceed: Fees"
            })
    void aRowTellsTheStatusWithoutItsAge(String text, String status) {
        assertThat(read(SHIPPED.inRow(), text)).contains(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Current Status: New                                                          | New",
                "Current Status: Granted (logged by Fake Pubdef)                              | Granted",
                "Current Status: Court Date (logged by Fake Pubdef) Additional Info: Room (2) | Court Date"
            })
    void aPageTellsTheStatusWithoutWhoGaveIt(String text, String status) {
        assertThat(read(SHIPPED.onPage(), text)).contains(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Current Status: Transferred to a partner by Fake Pubdef Reason: moved",
                "Current Status: Transferred from a partner by Fake Pubdef Reason: moved",
                "Current Status: Newly invented"
            })
    void aTransferIsNoStatusOnAPage(String text) {
        assertThat(read(SHIPPED.onPage(), text)).isEmpty();
    }

    private static Optional<String> read(Statuses.Shown where, String text) {
        Matcher matcher = where.pattern().matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
