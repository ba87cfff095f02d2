package verdict;

import cutover.finding.Finding;
import cutover.finding.FindingError;
import cutover.junit.SignOffDesk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person's word for a step, taken down instead of a run; runs for -Dsignoff only. */
class SigningOff {

    @Test
    void theWordIsTakenDown() {
        Finding taken = SignOffDesk.ofThisCommand().take();
        if (!taken.isMet()) {
            throw new FindingError(List.of(taken));
        }
    }
}
