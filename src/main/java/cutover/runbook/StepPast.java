package cutover.runbook;

/**
 * How a step ended in a run.
 *
 * @param state what its tests said together, the worst first
 * @param tookMillis the time spent on it, all attempts together
 */
public record StepPast(State state, long tookMillis) {

    /** Whether it has looked at the target and could tell; own trouble says nothing about what is there. */
    public boolean hasLooked() {
        return state == State.MET || state == State.UNMET || state == State.FLAKY;
    }
}
