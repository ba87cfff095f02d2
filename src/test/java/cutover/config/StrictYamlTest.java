package cutover.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictYamlTest {

    record Words(@Default("") String prefix, String text) {}

    record Tree(String name, @Default("[]") List<Tree> children) {}

    record Unbindable(Date date) {}

    record Texts(Map<String, String> texts) {}

    @TempDir
    Path folder;

    @Test
    void everyKindOfValueIsBound() throws IOException {
        Samples.Site site = read(Samples.SITE, Samples.Site.class);

        assertThat(site.name()).isEqualTo("Clear My Record");
        assertThat(site.readOnly()).isTrue();
        assertThat(site.mostBytes()).isEqualTo(5_000_000_000L);
        assertThat(site.share()).isEqualTo(0.25);
        assertThat(site.phase()).isEqualTo(Samples.Phase.ROLLED_BACK);
        assertThat(site.patience()).isEqualTo(Duration.ofMinutes(2));
        assertThat(site.until()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(site.since()).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(site.redirects()).isEqualTo(folder.resolveSibling("redirects.yaml"));
        assertThat(site.marker().matcher("<i id=\"app-12\">").find()).isTrue();
        assertThat(site.note()).isEmpty();
        assertThat(site.prefix()).isEmpty();
        assertThat(site.status().url()).isEqualTo(URI.create("https://status.example.org/"));
        assertThat(site.status().port()).isEqualTo(443);
    }

    @Test
    void collectionsKeepTheOrderOfTheFileAndCannotBeChanged() throws IOException {
        Samples.Site site = read(Samples.SITE, Samples.Site.class);

        assertThat(site.hosts().keySet()).containsExactly("www", "admin");
        assertThat(site.hosts().get("www"))
                .isEqualTo(new Samples.Host(
                        URI.create("https://www.example.org/start"),
                        8443,
                        List.of(new Samples.Pin("www.example.org:443", "127.0.0.1:8443"))));
        assertThat(site.phases()).containsExactly(Samples.Phase.LIVE, Samples.Phase.BEFORE);
        assertThat(site.budgets())
                .containsExactly(
                        Map.entry(Samples.Phase.LIVE, Duration.ofSeconds(5)),
                        Map.entry(Samples.Phase.BEFORE, Duration.ofMillis(500)));
        assertThat(site.hosts()).isUnmodifiable();
        assertThat(site.phases()).isUnmodifiable();
    }

    @Test
    void theKindPicksTheRecordOfASealedInterface() throws IOException {
        assertThat(read(Samples.SITE, Samples.Site.class).signIn())
                .isEqualTo(new Samples.Form("/login", Secret.of("STAFF_PASSWORD", "correct horse battery")));
    }

    @Test
    void anEmptyTextIsAValueOnlyWhereTheDefaultIsOne() throws IOException {
        assertThat(read("prefix: ''\ntext: a", Words.class)).isEqualTo(new Words("", "a"));
    }

    @Test
    void twoDollarsKeepAPlaceholderAsItIsWritten() throws IOException {
        assertThat(read("text: $${host} is ${host}, 5$ and $x", Words.class).text())
                .isEqualTo("${host} is www.example.org, 5$ and $x");
    }

    @Test
    void aPlaceholderIsReplacedInTheKeysOfAMap() throws IOException {
        assertThat(read("texts: {'${host}:443': a}", Texts.class).texts())
                .containsExactly(Map.entry("www.example.org:443", "a"));
    }

    @Test
    void whatReplacesAPlaceholderIsNotReplacedAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "text: ${one}");

        assertThat(StrictYaml.read(file, Words.class, Sources.of(Map.of("one", "${two}"), Map.of()))
                        .text())
                .isEqualTo("${two}");
    }

    @Test
    void aRecordMayHoldItself() throws IOException {
        assertThat(read("name: a\nchildren:\n  - name: b\n", Tree.class))
                .isEqualTo(new Tree("a", List.of(new Tree("b", List.of()))));
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertThat(read("\uFEFFtext: a", Words.class).text()).isEqualTo("a");
    }

    @Test
    void anOptionalThatIsThereIsHeld() throws IOException {
        assertThat(read(Samples.SITE + "note: by hand", Samples.Site.class).note())
                .isEqualTo(Optional.of("by hand"));
    }

    @Test
    void aRecordWithAComponentOfAnUnknownTypeIsAMistakeInTheCode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("date: 2027-01-31", Unbindable.class))
                .withMessage("cannot be bound to YAML: java.util.Date");
    }

    private <T> T read(String yaml, Class<T> record) throws IOException {
        return StrictYaml.read(Files.writeString(folder.resolve("site.yaml"), yaml), record, Samples.sources());
    }
}
