package cutover.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictYamlTest {

    record Small(String host, int port, @Default("5s") Duration patience, Secret password) {}

    @TempDir
    Path folder;

    @Test
    void bindsAMappingToARecord() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.yaml"), "host: ${name}.example.org\nport: 443\npassword: STAFF_PASSWORD\n");

        Small small = StrictYaml.read(
                file, Small.class, Sources.of(Map.of("name", "www"), Map.of("STAFF_PASSWORD", "correct horse")));

        assertThat(small.host()).isEqualTo("www.example.org");
        assertThat(small.port()).isEqualTo(443);
        assertThat(small.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(small.password().reveal()).isEqualTo("correct horse");
    }
}
