package cutover.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    private final Secret secret = Secret.of("STAFF_PASSWORD", "correct horse battery");

    @Test
    void showsItsNameInEveryText() {
        assertThat(secret).hasToString("«STAFF_PASSWORD»");
        assertThat(secret.reveal()).isEqualTo("correct horse battery");
    }

    @Test
    void twoOfOneNameAreEqual() {
        assertThat(secret)
                .isEqualTo(Secret.of("STAFF_PASSWORD", "another value"))
                .hasSameHashCodeAs(Secret.of("STAFF_PASSWORD", "another value"))
                .isNotEqualTo(Secret.of("OTHER_PASSWORD", "correct horse battery"));
    }

    @Test
    void noWriterFindsTheValue() {
        assertThat(secret).isNotInstanceOf(Serializable.class);
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(secret))
                .hasMessageContaining("No serializer found")
                .hasMessageNotContaining("correct horse");
    }

    @Test
    void aValueGivenAsItsNameIsNotEchoed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("correct horse battery", "x"))
                .withMessage("the name of a secret is written like STAFF_PASSWORD");
    }

    @Test
    void anEmptyValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("STAFF_PASSWORD", ""))
                .withMessage("the secret STAFF_PASSWORD is empty");
    }

    @Test
    void theVariableComesBeforeTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from the file\r\n");
        SecretSource both = SecretSource.environment(Map.of("A_KEY", "from the variable", "A_KEY_FILE", file + ""));
        SecretSource emptyVariable = SecretSource.environment(Map.of("A_KEY", "", "A_KEY_FILE", file + ""));

        assertThat(both.find("A_KEY")).contains("from the variable");
        assertThat(emptyVariable.find("A_KEY")).contains("from the file");
        assertThat(both.find("B_KEY")).isEmpty();
    }

    @Test
    void onlyOneLineBreakAtTheEndOfAFileIsDropped(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "-----BEGIN-----\nabc\n\n");

        assertThat(SecretSource.environment(Map.of("A_KEY_FILE", file + "")).find("A_KEY"))
                .contains("-----BEGIN-----\nabc\n");
    }

    @Test
    void anEmptyFileAndOneThatIsNoTextAreRefused(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, 0});
        SecretSource source = SecretSource.environment(
                Map.of("A_KEY_FILE", empty + "", "B_KEY_FILE", bytes + "", "C_KEY_FILE", "\0"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.find("A_KEY"))
                .withMessage("the file that A_KEY_FILE names is empty: " + empty);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.find("B_KEY"))
                .withMessage("the file that B_KEY_FILE names is not UTF-8 text: " + bytes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.find("C_KEY"))
                .withMessageStartingWith("the file that C_KEY_FILE names cannot be read");
    }
}
