package cutover.finding;

import java.util.List;
import org.opentest4j.AssertionFailedError;

/** Ends a step whose findings are not all met; carries them as objects, so that journal and IDE need not parse text. */
public final class FindingError extends AssertionFailedError {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public FindingError(List<? extends Finding> findings) {
        super(FailureText.of(findings));
        this.findings = List.copyOf(findings);
    }

    /** All findings of the step, the met ones included, in the order in which they were judged. */
    public List<Finding> findings() {
        return findings;
    }
}
