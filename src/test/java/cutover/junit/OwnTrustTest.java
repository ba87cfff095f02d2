package cutover.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.environment.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the right authority is trusted, and no other, is shown by every run against the twin. */
class OwnTrustTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> OwnTrust.in(new Trust(missing.toString(), "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("trust.ca can't be used")
                .hasMessageContaining("NoSuchFileException: " + missing);
    }

    @Test
    void aFileWithoutACertificateIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("ca.pem"), "no certificate at all");

        assertThatThrownBy(() -> OwnTrust.in(new Trust(text.toString(), "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text.toString())
                .hasMessageContaining("CertificateException");
    }
}
