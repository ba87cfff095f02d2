package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.config.Masker;
import cutover.drill.DrillRecord;
import cutover.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillBookTest {

    private static final String CANARY = "canary-0123456789-abcdef";

    @TempDir
    private Path folder;

    private DrillBook book() {
        return new DrillBook(folder, "rehearsal", UnaryOperator.identity());
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        DrillRecord met = Drilled.met("after-launch");
        DrillRecord unmet = Drilled.unmet("corrupted-data");
        assertThat(book().add(met)).isEqualTo(met);
        book().add(unmet);

        assertThat(book().records()).containsExactly(met, unmet);
    }

    @Test
    void whatAKilledRunLeftOfALineIsSkippedAndTheNextOneBeginsAfresh() throws IOException {
        book().add(Drilled.met("one"));
        String whole = Files.readString(folder.resolve(DrillBook.NAME));
        Files.writeString(
                folder.resolve(DrillBook.NAME), whole.substring(0, whole.length() / 2), StandardOpenOption.APPEND);
        assertThat(book().records()).extracting(DrillRecord::drill).containsExactly("one");

        book().add(Drilled.met("two"));

        assertThat(book().records()).extracting(DrillRecord::drill).containsExactly("one", "two");
    }

    @Test
    void aLineFromBeforeItWasKeptWhatWasProvedIsStillRead() throws IOException {
        DrillRecord met = Drilled.met("one");
        book().add(met);
        String line = Files.readString(folder.resolve(DrillBook.NAME));
        String former = line.replaceFirst("\"proves\":\\[[^]]*],\"needless\":\\{[^}]*},", "");
        assertThat(former).isNotEqualTo(line);
        Files.writeString(folder.resolve(DrillBook.NAME), former);

        assertThat(book().records()).singleElement().satisfies(read -> {
            assertThat(read.proves()).isEmpty();
            assertThat(read.needless()).isEmpty();
            assertThat(read.moved()).isEqualTo(met.moved());
        });
    }

    @Test
    void severalAtOnceLoseNothing() {
        CompletableFuture<?>[] all = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.runAsync(() -> book().add(Drilled.met("drill-" + i))))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(book().records()).extracting(DrillRecord::drill).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void anotherEnvironmentsDrillsAreNotThisOnes() {
        book().add(Drilled.met("one"));

        assertThat(DrillBook.of(folder, "prod").records()).isEmpty();
        assertThat(DrillBook.of(folder, "rehearsal").records()).hasSize(1);
    }

    @Test
    void aSecretThatAVendorAnsweredIsNotWrittenAndNotGivenBack() {
        Masker masker = new Masker();
        masker.learn("TOKEN", CANARY);
        DrillBook book = new DrillBook(folder, "rehearsal", masker::mask);

        DrillRecord written = book.add(Drilled.of(
                "one", "denied for " + CANARY, Finding.unmet("no " + CANARY).toDo("ask for " + CANARY)));

        assertThat(written.toString()).contains("denied for «TOKEN»").doesNotContain(CANARY);
        assertThat(folder.resolve(DrillBook.NAME)).content().doesNotContain(CANARY);
    }

    @Test
    void aLineThatWouldStillHoldASecretIsNotWritten() {
        DrillBook book = new DrillBook(folder, "rehearsal", text -> text.replace("rehearsal\",\"drill", "«X»"));

        assertThatThrownBy(() -> book.add(Drilled.met("one")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would hold a secret");
        assertThat(book.records()).isEqualTo(List.of());
    }
}
