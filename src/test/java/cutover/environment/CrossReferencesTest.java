package cutover.environment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.config.ConfigProblems;
import cutover.config.Sources;
import cutover.config.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one key of an environment says of another. */
class CrossReferencesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "under-test: new | under-test: nwe | under-test names 'nwe', which is none of sites; known are new, old",
                "domain: clearmyrecord\\n  sender | domain: cmr\\n  sender"
                        + " | bounce-tests.domain names 'cmr', which is none of mail-domains; known are clearmyrecord",
                "mailbox: bounces | mailbox: bounce"
                        + " | bounce-tests.mailbox names 'bounce', which is none of mailboxes; known are alerts, voicemail, bounces",
                "domain: clearmyrecord\\n\\n# Where | domain: cmr\\n\\n# Where"
                        + " | mailboxes.bounces.domain names 'cmr', which is none of mail-domains; known are clearmyrecord",
                "\\ndeadlines: | \\ndatabase: {host: db.example, name: intake, user: reader, password: CUTOVER_X}\\n"
                        + "restored: {at: {host: DB.example, name: intake, user: reader, password: CUTOVER_X}}\\ndeadlines:"
                        + " | restored names DB.example:5432/intake, the live database itself",
                "mailbox: bounces | mailbox: bounces\\n  messages: 1 | messages needs undeliverable, an address that bounces"
            })
    void aNameThatNothingHasIsTold(String from, String to, String problem) throws IOException {
        String shipped = Files.readString(Path.of("config/environments/prod.yaml"));
        String changed = shipped.replace(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        Path file = Files.writeString(folder.resolve("mine.yaml"), changed);

        assertThatThrownBy(() -> StrictYaml.read(
                        file, Environment.class, new Sources(values(), name -> Optional.of("value-of-" + name))))
                .isInstanceOf(ConfigProblems.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(problem);
    }

    private static Map<String, String> values() {
        return Map.of(
                "CUTOVER_ROW_ID", "17",
                "CUTOVER_ROW_NAME", "Somebody",
                "CUTOVER_PDF_ID", "18",
                "CUTOVER_PDF_NAME", "Somebody Else",
                "CUTOVER_FOREIGN_NAME", "A Stranger",
                "CUTOVER_TWILIO_ACCOUNT", "AC00000000000000000000000000000000",
                "CUTOVER_VOICEMAIL_NUMBER", "+14155550199");
    }
}
