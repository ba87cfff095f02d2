package cutover.runbook;

/**
 * Why the decision is what it is.
 *
 * @param step the id of the step it is about; empty when it is about the run
 * @param sentence stands alone
 * @param toDo the next action
 */
public record Reason(Weight weight, String step, String sentence, String toDo) {

    /** The sentence, headed by the step's id where there is one. */
    public String text() {
        return step.isEmpty() ? sentence : step + ": " + sentence;
    }
}
