package verdict;

import cutover.finding.Finding;
import cutover.finding.FindingError;
import cutover.junit.Rejudgement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kept decision looked at again instead of a run; runs for -Drejudge only. */
class Rejudging {

    @Test
    void theDecisionIsWholeAndComesToTheSame() {
        Finding looked = Rejudgement.ofThisCommand().finding();
        if (!looked.isMet()) {
            throw new FindingError(List.of(looked));
        }
    }
}
