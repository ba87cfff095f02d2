package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.Finding;
import cutover.probe.http.Cookie;
import cutover.probe.http.CookieJar;
import cutover.runbook.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskingTest {

    private static final String CANARY = "canary-0123456789-abcdef";

    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
        runs.environment(
                "fixture", "personas: {}", "personas: {staff: {login: staff@example.org, password: STAFF_PASSWORD}}");
        runs.environment("plain", "title: Fixture", "title: Plain");
    }

    @Test
    void aSecretLeavesByNoDoor() throws IOException {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        String told;
        try (Run run = open("masked", console)) {
            Workbench bench = run.workbench("L5", "test", "ask for " + CANARY);
            bench.findings().progress("signing in with " + CANARY);
            bench.findings().evidence().text("page of " + CANARY, "password=" + CANARY);
            bench.findings().add(Finding.met("met " + CANARY));
            bench.findings()
                    .add(Finding.unmet("not met " + CANARY)
                            .expected("e " + CANARY)
                            .butWas("b " + CANARY)
                            .lookAt("https://example.org/?q=" + CANARY)
                            .toDo("try " + CANARY));
            bench.findings()
                    .add(Finding.unknown("unknown " + CANARY)
                            .expected("e " + CANARY)
                            .because("b " + CANARY));
            told = new cutover.finding.FindingError(bench.findings().all()).getMessage();
            run.finished("L5", "test", "name", Outcome.UNMET, bench.findings().all(), Duration.ZERO);
        }

        assertThat(told).contains("«STAFF_PASSWORD»").doesNotContain(CANARY);
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("«STAFF_PASSWORD»")
                .doesNotContain(CANARY);
        try (Stream<Path> files = Files.walk(runs.folder("masked"))) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSizeGreaterThan(3)
                    .allSatisfy(file -> {
                        assertThat(file.toString()).doesNotContain("canary");
                        assertThat(file).content().doesNotContain(CANARY);
                    });
        }
        assertThat(runs.folder("masked").resolve(Run.LEAKS)).isEmptyFile();
    }

    @Test
    void anExceptionDoesNotCarryASecretOut() {
        FixtureRuns.Told told = runs.run("thrown", Map.of("cutover.environment", "plain"), Throws.class);

        assertThat(told.failure()).hasMessageContaining("«COOKIE»").hasStackTraceContaining("MaskingTest$Throws");
        assertThat(org.assertj.core.util.Throwables.getStackTrace(told.failure()))
                .doesNotContain(CANARY);
    }

    @Test
    void aSecretInTheRunsOwnFilesIsRed() {
        runs.run("leaking", Map.of("cutover.environment", "plain"), KeepsRawBytes.class);

        assertThat(runs.folder("leaking").resolve(Run.LEAKS))
                .content()
                .contains("COOKIE")
                .contains("evidence/L5-page.html")
                .doesNotContain(CANARY);
        Gate.Judged judged = runs.judged("leaking");
        assertThat(judged.isGo()).isFalse();
        assertThat(judged.told()).contains("secrets in the run's own files", "COOKIE", "evidence/L5-page.html");
    }

    private Run open(String run, ByteArrayOutputStream console) {
        return Run.open(
                runs.settings(run, Map.of()),
                Clock.systemUTC(),
                new SecureRandom(),
                Map.of("STAFF_PASSWORD", CANARY),
                Given.NOTHING,
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private static void learn(Workbench bench) {
        Cookie session =
                new Cookie("sessionid", CANARY, "www.example.org", true, "/", true, true, "Lax", Optional.empty());
        bench.learnCookies(CookieJar.empty().with(session, bench.clock().instant()));
    }

    static class Throws {
        @Step("L5")
        void test(Workbench bench) {
            learn(bench);
            throw new IllegalStateException("refused " + CANARY, new IOException("cookie " + CANARY));
        }
    }

    static class KeepsRawBytes {
        @Step("L5")
        void test(Workbench bench) {
            learn(bench);
            bench.findings().evidence().bytes("page", "text/html", ("<p>" + CANARY).getBytes(StandardCharsets.UTF_8));
            bench.findings().addAll(List.of(Finding.met("it is there")));
        }
    }
}
