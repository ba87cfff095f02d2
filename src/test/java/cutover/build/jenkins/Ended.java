package cutover.build.jenkins;

/** What ends the steps at once: an error, somebody who aborts, or a timeout. */
final class Ended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Ending how;

    Ended(Ending how, String why) {
        super(why);
        this.how = how;
    }

    Ending how() {
        return how;
    }
}
