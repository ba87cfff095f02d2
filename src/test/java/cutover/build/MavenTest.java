package cutover.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the Maven that runs the build, on copies of the project that have two environments only: mine and temp. */
class MavenTest {

    private static final String KNOWN = "Known: mine, temp.";
    private static final String TWICE = "Two environments are named at once";

    private final ExecutorService twoAtATime = Executors.newFixedThreadPool(2);

    @TempDir
    Path folder;

    @AfterEach
    void noCallGoesOn() {
        twoAtATime.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> anEnvironmentIsNamedOnceAndExists() {
        Maven maven = Maven.in(folder);
        return List.of(
                passes(maven, "-Denv=mine"),
                passes(maven, "-P", "env=temp", "-Denv=temp"),
                isRefused(maven, List.of("-Denv=tmp"), "There is no environment 'tmp'", KNOWN),
                isRefused(maven, List.of("-Denv="), "-Denv= names no environment", KNOWN),
                isRefused(maven, List.of("-P", "env=temp,env=old"), TWICE, KNOWN),
                isRefused(maven, List.of("-P", "env=temp", "-Denv=mine"), TWICE, KNOWN),
                isRefused(maven, List.of("-Denv=temp", "-Denv=mine"), TWICE, KNOWN),
                isRefused(maven, List.of("-P", "env=old"), "There is no environment 'old'", KNOWN),
                isRefused(maven, List.of(), "There is no environment 'rehearsal'", KNOWN),
                isRefused(maven, List.of("-Denv=mine", "-Dsignoff="), "-Dsignoff= names no step"),
                isRefused(maven, List.of("-Denv=mine", "-Dby=Ada"), "belong to a sign-off"),
                isRefused(maven, List.of("-Denv=mine", "-Drejudge="), "-Drejudge names the folder of a run"),
                isUnknownProfile(maven))
                .stream();
    }

    private DynamicTest passes(Maven maven, String... arguments) {
        CompletableFuture<Maven.Ended> call = call(maven, List.of(arguments));
        return dynamicTest(String.join(" ", arguments) + " passes", () -> {
            Maven.Ended ended = call.join();
            assertThat(ended.exit()).as(ended.output()).isZero();
            assertThat(ended.output()).doesNotContain("ERROR", "WARN");
        });
    }

    private DynamicTest isRefused(Maven maven, List<String> arguments, String... told) {
        CompletableFuture<Maven.Ended> call = call(maven, arguments);
        return dynamicTest(String.join(" ", arguments) + " is refused: " + told[0], () -> {
            Maven.Ended ended = call.join();
            assertThat(ended.exit()).as(ended.output()).isNotZero();
            assertThat(ended.output()).contains(told);
        });
    }

    /** Maven 4 refuses it before any plugin can list what there is. */
    private DynamicTest isUnknownProfile(Maven maven) {
        CompletableFuture<Maven.Ended> call = call(maven, List.of("-P", "env=tmp"));
        return dynamicTest("-P env=tmp is refused", () -> {
            Maven.Ended ended = call.join();
            assertThat(ended.exit()).as(ended.output()).isNotZero();
            assertThat(ended.output())
                    .containsAnyOf(
                            "Profiles: env=rehearsal, env=temp, env=prod, env=old. Any other file",
                            "The requested profiles [env=tmp] could not be activated");
        });
    }

    private CompletableFuture<Maven.Ended> call(Maven maven, List<String> arguments) {
        return CompletableFuture.supplyAsync(() -> maven.validate(List.of("mine", "temp"), arguments), twoAtATime);
    }
}
