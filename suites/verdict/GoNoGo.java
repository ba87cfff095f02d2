package verdict;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.junit.Gate;
import org.junit.jupiter.api.Test;

/** The verdict over the run that just ended; its failure fails the build. */
class GoNoGo {

    @Test
    void theRunIsGo() {
        Gate.Judged judged = Gate.ofThisRun().judge(GoNoGo.class);
        assertThat(judged.isGo()).as(judged.told()).isTrue();
    }
}
