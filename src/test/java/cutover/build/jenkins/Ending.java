package cutover.build.jenkins;

/** How a build or a stage ends, the better before the worse; what is bad does not become better again. */
enum Ending {
    SUCCESS,
    UNSTABLE,
    FAILURE,
    NOT_BUILT,
    ABORTED;

    Ending and(Ending other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
