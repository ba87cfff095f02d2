package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.finding.Evidence;
import cutover.finding.Finding;
import cutover.runbook.WayBack.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-12T12:00:00Z"), ZoneOffset.UTC);
    private static final Finding UNMET = Finding.unmet("the 500 page shows a traceback")
            .expected("the plain page\nwithout details")
            .butWas("\"Traceback\" — \u0007 at byte 12")
            .lookAt("https://www.example.org/health/error")
            .lookAt("evidence/page.html")
            .toDo("set DEBUG to False");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("run-1/journal.jsonl");
    }

    private Journal journal(UnaryOperator<String> mask) {
        return Journal.create(file(), mask, NOON);
    }

    private Entry start(Journal journal) {
        return journal.runStarted(
                "run-1", "temp", "https://www.example.org", Phase.UAT, false, "", Map.of("jdk", "17.0.13"));
    }

    private static Changes changes() {
        return new Changes(
                Optional.of(Past.night("2026-01-10T02:00:00Z").entry()),
                List.of(new Change(Change.Kind.CHANGED, "ttl", "60", "86400", NOON.instant())),
                List.of(LocalDate.of(2026, 1, 11)),
                List.of());
    }

    @Test
    void everyKindOfEntryIsReadBackAsItWasWritten() {
        List<Entry> written;
        try (Journal journal = journal(UnaryOperator.identity())) {
            Finding unknown = Finding.unknown("mail").because("no credential");
            written = List.of(
                    start(journal),
                    journal.stepStarted("L6", "t1", "the 500 page"),
                    journal.progress("L6", "waiting for the mail"),
                    journal.evidenceKept("L6", new Evidence("page", "evidence/page.html", "text/html")),
                    journal.stepFinished(
                            "L6",
                            "t1",
                            "the 500 page",
                            Outcome.UNMET,
                            List.of(Finding.met("one mail"), UNMET, unknown),
                            Duration.ofMillis(1234)),
                    journal.buildSeen("L5", "https://www.example.org", "9c82d0f"),
                    journal.wayBackSeen(
                            "L17", WayBack.atACost(Subject.REDIRECTS, "permanent redirects seen", "301 at http://old")),
                    journal.wayBackSeen(
                            "L1",
                            WayBack.possible(Subject.CERTIFICATE, "https://old").until(NOON.instant())),
                    journal.runCompared(changes(), List.of("a clock went back")),
                    journal.earlierSteps(EarlierSteps.in(
                            new History(
                                    List.of(Past.night("2026-01-10T02:00:00Z")
                                            .met("N5")
                                            .entry()),
                                    List.of()),
                            Phase.NIGHTLY)),
                    journal.runFinished());
        }
        JournalRead read = JournalReader.read(file());
        assertThat(read.entries()).isEqualTo(written);
        assertThat(read.damage()).isEmpty();
        assertThat(read.cut()).isEmpty();
        assertThat(written.get(10)).isEqualTo(new RunFinished(NOON.instant(), Map.of(Outcome.UNMET, 1)));
    }

    @Test
    void theMaskReachesEveryTextButNoNameOfTheFormat() throws IOException {
        UnaryOperator<String> mask = text -> text.replace("hunter2", "***").replace("met", "***");
        try (Journal journal = journal(mask)) {
            journal.runStarted(
                    "run-1", "hunter2", "https://hunter2", Phase.UAT, false, "hunter2", Map.of("hunter2", "hunter2"));
            journal.progress("L6", "hunter2");
            journal.evidenceKept("L6", new Evidence("hunter2", "hunter2", "text/plain"));
            StepFinished shown = journal.stepFinished(
                    "L6",
                    "hunter2",
                    "hunter2",
                    Outcome.MET,
                    List.of(
                            Finding.met("hunter2"),
                            Finding.unmet("hunter2")
                                    .expected("hunter2")
                                    .butWas("hunter2")
                                    .lookAt("hunter2")
                                    .toDo("hunter2")),
                    Duration.ZERO);
            assertThat(shown.toString()).doesNotContain("hunter2");
            journal.runFinished();
        }
        assertThat(Files.readString(file())).doesNotContain("hunter2").contains("***");
        assertThat(JournalReader.read(file()).entries()).hasSize(5);
    }

    @Test
    void aSecondRunDoesNotWriteIntoTheJournalOfTheFirst() {
        journal(UnaryOperator.identity()).close();
        assertThatThrownBy(() -> journal(UnaryOperator.identity()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give this run a folder of its own");
    }

    @Test
    void anEntryIsInTheFileBeforeTheNextThingHappens() throws IOException {
        try (Journal journal = journal(UnaryOperator.identity())) {
            start(journal);
            assertThat(Files.readString(file())).endsWith("\n").contains("run-1");
        }
    }

    @Test
    void anInterruptedThreadStillWrites() {
        try (Journal journal = journal(UnaryOperator.identity())) {
            Thread.currentThread().interrupt();
            start(journal);
            journal.progress("", "still here");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(JournalReader.read(file()).entries()).hasSize(2);
    }

    @Test
    void threadsDoNotMixTheirLines() {
        try (Journal journal = journal(UnaryOperator.identity())) {
            IntStream.range(0, 400).parallel().forEach(i -> journal.progress("L" + i, "x".repeat(i * 40)));
        }
        JournalRead read = JournalReader.read(file());
        assertThat(read.damage()).isEmpty();
        assertThat(read.entries()).hasSize(400);
    }

    @Test
    void aLastLineThatWasCutIsToldAndNothingElseIsLost() throws IOException {
        try (Journal journal = journal(UnaryOperator.identity())) {
            start(journal);
        }
        append("{\"entry\":\"progress\",\"step\":\"L");
        JournalRead read = JournalReader.read(file());
        assertThat(read.entries()).hasSize(1);
        assertThat(read.damage()).isEmpty();
        assertThat(read.cut()).startsWith("{\"entry\":\"progress\"");
    }

    @Test
    void aLineThatWasCutInTheMiddleIsDamage() throws IOException {
        try (Journal journal = journal(UnaryOperator.identity())) {
            start(journal);
            append("{\"entry\":\"progress\",\"step\":\"L\n");
            journal.runFinished();
        }
        JournalRead read = JournalReader.read(file());
        assertThat(read.entries()).hasSize(2);
        assertThat(read.damage()).singleElement().asString().startsWith("line 2 of the journal cannot be read");
    }

    @Test
    void linesThatAreJsonAndNoEntryAreDamage() throws IOException {
        journal(UnaryOperator.identity()).close();
        append("{}\n[]\n\n{\"entry\":\"nosuch\"}\n{\"entry\":\"progress\",\"step\":\"L6\",\"text\":null}\n");
        assertThat(JournalReader.read(file()).damage()).hasSize(5);
    }

    @Test
    void aMissingJournalIsDamage() {
        assertThat(JournalReader.read(folder.resolve("none")).damage())
                .singleElement()
                .asString()
                .startsWith("there is no journal at");
    }

    @Test
    void anEmptyJournalHasNoEntriesAndNoDamage() {
        journal(UnaryOperator.identity()).close();
        assertThat(JournalReader.read(file())).isEqualTo(JournalRead.sound(List.of()));
    }

    private void append(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.APPEND);
    }
}
