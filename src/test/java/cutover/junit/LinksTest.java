package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.notice.Link;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Path REPORT = Path.of("runs/7/report.html");

    @Test
    void theCallersAddressWinsOverThePipelines() {
        assertThat(new Links(Map.of("BUILD_URL", "https://ci.example/7/"), Optional.of("https://reports.example/7"))
                        .of(REPORT))
                .containsExactly(new Link("Report", "https://reports.example/7"));
    }

    @Test
    void eachPipelinesOwnAddressIsFound() {
        assertThat(of(Map.of("BUILD_URL", "https://jenkins.example/job/launch/7/")))
                .isEqualTo(new Link("Build in Jenkins", "https://jenkins.example/job/launch/7/"));
        assertThat(of(Map.of(
                        "GITHUB_SERVER_URL", "https://github.com",
                        "GITHUB_REPOSITORY", "us/launch",
                        "GITHUB_RUN_ID", "7")))
                .isEqualTo(new Link("Run in GitHub Actions", "https://github.com/us/launch/actions/runs/7"));
        assertThat(of(Map.of("CI_JOB_URL", "https://gitlab.example/us/launch/-/jobs/7")))
                .isEqualTo(new Link("Job in GitLab", "https://gitlab.example/us/launch/-/jobs/7"));
    }

    @Test
    void withoutAnAddressTheFileIsNamed() {
        assertThat(of(Map.of("GITHUB_SERVER_URL", "https://github.com")))
                .isEqualTo(new Link("Report", REPORT.toString()));
    }

    @Test
    void whatIsNoAddressIsNotTaken() {
        assertThat(new Links(Map.of("BUILD_URL", "null"), Optional.of("${report.url}")).of(REPORT))
                .containsExactly(new Link("Report", REPORT.toString()));
    }

    @Test
    void aPasswordInTheAddressStaysHere() {
        assertThat(of(Map.of("BUILD_URL", "https://robot:token@jenkins.example/7/")))
                .isEqualTo(new Link("Build in Jenkins", "https://jenkins.example/7/"));
    }

    private static Link of(Map<String, String> variables) {
        return new Links(variables, Optional.empty()).of(REPORT).get(0);
    }
}
