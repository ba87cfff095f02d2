package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {

    private static final String ONE = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";

    @TempDir
    Path home;

    @Test
    void aPipelineKnowsItBeforeGitDoes() throws IOException {
        git("HEAD", ONE);

        assertThat(Commit.of(home, Map.of("GITHUB_SHA", OTHER))).contains(OTHER);
        assertThat(Commit.of(home, Map.of("GIT_COMMIT", "unknown"))).contains(ONE);
    }

    @Test
    void aBranchLeadsToItsCommitLooseOrPacked() throws IOException {
        git("HEAD", "ref: refs/heads/main\n");
        git(
                "packed-refs",
                "# pack-refs with: peeled\n" + OTHER + " refs/heads/not-main\n" + ONE + " refs/heads/main\n");
        assertThat(Commit.of(home, Map.of())).contains(ONE);

        git("refs/heads/main", OTHER + "\n");
        assertThat(Commit.of(home, Map.of())).contains(OTHER);
    }

    @Test
    void withoutEitherNobodyKnows() throws IOException {
        assertThat(Commit.of(home, Map.of())).isEmpty();
        git("HEAD", "ref: refs/heads/main\n");
        assertThat(Commit.of(home, Map.of())).isEmpty();
    }

    private void git(String file, String text) throws IOException {
        Path path = home.resolve(".git").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
