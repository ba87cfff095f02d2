package verdict;

import cutover.finding.Finding;
import cutover.finding.FindingError;
import cutover.junit.DressRehearsal;
import cutover.junit.Gate;
import cutover.junit.GuidedRollback;
import cutover.junit.RollbackDrills;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict over the run that just ended; its failure fails the build. */
class GoNoGo {

    @Test
    void theRunIsGo() {
        Finding verdict = RollbackDrills.ofThisRun()
                .map(RollbackDrills::judge)
                .or(() -> GuidedRollback.ofThisRun().map(guided -> guided.judge(GoNoGo.class)))
                .or(() -> DressRehearsal.ofThisRun()
                        .map(rehearsal -> rehearsal.judge(GoNoGo.class).finding()))
                .orElseGet(() -> Gate.ofThisRun().judge(GoNoGo.class).finding());
        if (!verdict.isMet()) {
            throw new FindingError(List.of(verdict));
        }
    }
}
