package cutover.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cutover.runbook.SignOff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes a sign-off as a file of its own, which is there whole or not at all. */
final class SignOffFile {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private SignOffFile() {}

    /**
     * Writes it beside those that are there; none of them is touched.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    static Path write(Path folder, SignOff signOff) {
        Path file = folder.resolve(signOff.step() + "-" + NAME.format(signOff.at()) + ".yaml");
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "signing", ".part");
            Files.writeString(written, text(signOff));
            if (Files.exists(file)) {
                throw new IllegalStateException(file + " is there already; sign once more");
            }
            return Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the sign-off " + file + " cannot be written", e);
        }
    }

    private static String text(SignOff signOff) {
        return """
                # yaml-language-server: $schema=../../schema/sign-off.schema.json
                step: %s
                by: %s
                at: %s
                saw: %s
                link: %s
                release: %s
                build: %s
                """.formatted(
                        quoted(signOff.step()),
                        quoted(signOff.by()),
                        signOff.at(),
                        quoted(signOff.saw()),
                        quoted(signOff.link()),
                        quoted(signOff.release()),
                        quoted(signOff.build()));
    }

    /** JSON's quotes are YAML's; what would be a placeholder stands for itself. */
    private static String quoted(String text) {
        try {
            return JsonMapper.builder().build().writeValueAsString(text.replace("${", "$${"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text is always writable", e);
        }
    }
}
