package cutover.junit;

import java.util.Optional;

/**
 * What outlives one run, so that many runs share it; each of the two may be missing, and is the run's own then.
 *
 * @param standing a twin with its browsers
 * @param visits of people who were there before the first of the runs
 */
record Given(Optional<Standing> standing, Optional<KeptVisits> visits) {

    static final Given NOTHING = new Given(Optional.empty(), Optional.empty());

    static Given of(Standing standing) {
        return new Given(Optional.of(standing), Optional.empty());
    }
}
