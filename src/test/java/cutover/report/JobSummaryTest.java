package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JobSummaryTest {

    private static final String NOTE = "\nThe rest is in summary.md, among the artifacts of this run.\n";

    @Test
    void whatHasRoomIsWhole() {
        ReportedRun run = SampleRun.troubled().reported();

        assertThat(JobSummary.of(run, JobSummary.MOST)).isEqualTo(MarkdownReport.of(run));
    }

    @Test
    void whatHasNoRoomEndsWithALineAndSaysSo() {
        String text = "ä".repeat(30) + "\n" + "second line\n" + "third line\n".repeat(20);

        assertThat(JobSummary.fitted(text, 62 + NOTE.length() + 12))
                .isEqualTo("ä".repeat(30) + "\nsecond line\n" + NOTE);
    }

    @Test
    void anOpenBlockIsClosedFirst() {
        String text = "# head\n````text\n```\nfacts\n" + "more\n".repeat(40) + "````\n";

        assertThat(JobSummary.fitted(text, 120)).endsWith("more\n````\n" + NOTE).startsWith("# head\n````text\n```\n");
    }

    @Test
    void itNeverTakesMoreThanThereIs() {
        String whole = MarkdownReport.of(SampleRun.troubled().reported());
        for (int room = 0; room < whole.length() + 200; room++) {
            String text = JobSummary.fitted(whole, room);
            assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(room);
            assertThat(text.split("(?m)^```", -1).length % 2)
                    .as("open block with room for %s", room)
                    .isEqualTo(1);
        }
    }

    @Test
    void aPageThatIsFullGetsNothing() {
        assertThat(JobSummary.of(SampleRun.troubled().reported(), -5)).isEmpty();
    }
}
