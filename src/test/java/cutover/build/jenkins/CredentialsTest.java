package cutover.build.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.runbook.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Jenkinsfile and the shipped environments agree on which secrets there are. */
class CredentialsTest {

    @ParameterizedTest
    @ValueSource(strings = {"temp", "prod", "old"})
    void eachEnvironmentIsGivenExactlyWhatItRefersTo(String environment, @TempDir Path home) throws IOException {
        Build build = build(environment, home);

        assertThat(build.calls("string").map(call -> call.text("credentialsId")).collect(Collectors.toSet()))
                .isNotEmpty()
                .isEqualTo(Secrets.of(environment));
        assertThat(build.calls("string")).allMatch(call -> call.text("variable").equals(call.text("credentialsId")));
    }

    @Test
    void theEnvironmentsThatCanBeChosenAreTheShippedOnes() throws IOException {
        assertThat(choices("ENV"))
                .contains("rehearsal")
                .containsAll(Secrets.ENVIRONMENTS)
                .allMatch(name -> Files.exists(Path.of("config/environments/" + name + ".yaml")));
    }

    @Test
    void everyPhaseCanBeChosen() throws IOException {
        assertThat(choices("PHASE"))
                .startsWith("default")
                .containsAll(Stream.of(Phase.values()).map(Phase::key).toList());
    }

    private static List<String> choices(String parameter) throws IOException {
        return new Jenkins(Files.readString(Path.of("Jenkinsfile")))
                .look((script, pipeline) ->
                        Parameters.read(script, pipeline.block("parameters")).choices(parameter).stream()
                                .map(Object::toString)
                                .toList());
    }

    private static Build build(String environment, Path home) throws IOException {
        Server server = new Server()
                .with(Secrets.ofAllEnvironments())
                .maven(MavenCall.ends(0, "GO", environment))
                .answers(Answer.chooses("promote", "ann"));
        return new Jenkins(Files.readString(Path.of("Jenkinsfile")))
                .build(server, new Workspace(home), Map.of("ENV", environment));
    }
}
