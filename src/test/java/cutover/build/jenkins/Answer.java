package cutover.build.jenkins;

/**
 * What somebody does when a build asks.
 *
 * @param how proceeds, aborts, or never answers
 * @param choice of the choices that are offered; empty where none is
 */
record Answer(How how, String choice, String by) {

    enum How {
        PROCEEDS,
        ABORTS,
        NEVER
    }

    static Answer chooses(String choice, String by) {
        return new Answer(How.PROCEEDS, choice, by);
    }

    static Answer proceeds() {
        return new Answer(How.PROCEEDS, "", "somebody");
    }

    static Answer aborts(String by) {
        return new Answer(How.ABORTS, "", by);
    }

    static Answer never() {
        return new Answer(How.NEVER, "", "");
    }
}
