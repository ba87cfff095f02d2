package cutover.config;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.drill.Drill;
import cutover.environment.Application;
import cutover.environment.Environment;
import cutover.environment.front.Dns;
import cutover.environment.front.Redirects;
import cutover.environment.front.ResolverList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    private static final Path DOCUMENT = Path.of("src/docs/configuration.md");

    @ParameterizedTest
    @ValueSource(
            classes = {Environment.class, Application.class, Dns.class, Redirects.class, ResolverList.class, Drill.class
            })
    void everyKeySaysWhatItMeans(Class<?> file) {
        assertThat(Reference.of(file).withoutMeaning()).isEmpty();
    }

    @Test
    void theDocumentIsThatOfTheRecords() throws IOException {
        String document = """
                # Configuration

                Generated from the records into which the files are read, and kept in step by a test.

                All files are read strictly: a key that is unknown, missing, there twice or of another type is refused, and
                all such problems are told at once, with file and line, before the first request leaves. Editors complete
                keys from the schema that the first line of each file names.

                * A **duration** is a whole number with a unit: `700ms`, `15s`, `40m`, `2h`, `14d`.
                * The **name of a secret** is never its value: `STAFF_PASSWORD` is read from the environment variable of that
                  name, or from the file that `STAFF_PASSWORD_FILE` names.
                * `${CUTOVER_…}` stands for the value of that environment variable, wherever a value may stand; the
                  `${twin.…}` of a rehearsal are filled in by the twin.
                * A **path** of a file is relative to the folder of the file in which it stands.
                * A **regular expression** is one of `java.util.regex.Pattern`; put it in single quotes.

                ## `config/environments/NAME.yaml`

                All that is particular to one place; `-Denv=NAME` runs against it.
                """
                + Reference.of(Environment.class).document()
                + """

                ## `config/applications/NAME.yaml`

                What the application looks like wherever it is hosted. Paths start with a slash and carry no stage prefix;
                selectors are CSS selectors.
                """
                + Reference.of(Application.class).document()
                + """

                ## `config/dns/NAME.yaml`

                Names as they must be; an environment names the file. Names stand without the last dot.
                """
                + Reference.of(Dns.class).document()
                + """

                ## `config/dns/resolvers/NAME.yaml`

                Resolvers that several environments ask; a file of names refers to it.
                """
                + Reference.of(ResolverList.class).document()
                + """

                ## `config/redirects.yaml`

                Which addresses lead where; an environment names the file. Paths and queries stand as they go over the wire.
                """
                + Reference.of(Redirects.class).document()
                + """

                ## `config/drills/NAME.yaml`

                Rollback drills; `-Ddrill=NAME` runs one. How to write one, and what the levers are: [drills.md](drills.md).
                """
                + Reference.of(Drill.class).document();
        Path wanted = Path.of("target/configuration.md");
        Files.writeString(wanted, document);

        assertThat(DOCUMENT).as("copy %s to it", wanted).content().isEqualTo(document);
    }
}
