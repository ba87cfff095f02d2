package cutover.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Weighs the sign-offs of a run: whether they count at the moment at which it ended. */
final class Signatures {

    /** Clocks of two machines differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Recorded recorded;
    private final String environment;
    private final String release;
    private final BuildsSeen seen;
    private final Instant moment;

    /**
     * @param release the build that the environment demanded in this run; empty where it demanded none
     * @param seen the builds that the run saw
     * @param moment the run's own end, so that judging it again later says the same
     */
    Signatures(Recorded recorded, String environment, String release, BuildsSeen seen, Instant moment) {
        this.recorded = recorded;
        this.environment = environment;
        this.release = release;
        this.seen = seen;
        this.moment = moment;
    }

    Signing of(StepLine step) {
        if (!step.isSigned()) {
            return Signing.NOT_NEEDED;
        }
        List<SignOff> signOffs = recorded.of(step.id());
        return signOffs.stream()
                .filter(signOff -> recorded.signers().may(environment, step.owner(), signOff.by()))
                .findFirst()
                .map(signOff -> weighed(step, signOff))
                .orElseGet(() -> uncounted(step, signOffs));
    }

    /** What a person has to do, and type. */
    String howToSign(StepLine step) {
        return step.whenUnmet() + " Then " + step.owner() + " signs: mvn verify -Denv=" + environment + " -Dsignoff="
                + step.id() + " -Dby=\"NAME\" -Dsaw=\"WHAT WAS SEEN\"";
    }

    private Signing weighed(StepLine step, SignOff signOff) {
        Instant end = signOff.at().plus(step.signedFor());
        if (signOff.at().isAfter(moment.plus(SKEW))) {
            return signing(
                    signOff,
                    State.UNKNOWN,
                    signOff.told() + ", after the end of this run at " + moment + ": one of the two clocks is wrong");
        }
        if (!moment.isBefore(end)) {
            return signing(signOff, State.STALE, signOff.told() + ", and that held until " + end);
        }
        SignedBuild build = new SignedBuild(signOff, release, seen);
        return build.change()
                .map(change -> signing(signOff, State.STALE, signOff.told() + change))
                .orElseGet(() -> signing(signOff, State.MET, signOff.told() + ": " + signOff.saw() + build.doubt()));
    }

    private Signing uncounted(StepLine step, List<SignOff> signOffs) {
        return signOffs.stream()
                .findFirst()
                .map(signOff -> signing(
                        signOff,
                        State.NOT_SIGNED_OFF,
                        signOff.told() + ", who may not sign for " + step.owner() + " in " + environment
                                + " (config/signers.yaml)"))
                .orElse(new Signing(Optional.empty(), State.NOT_SIGNED_OFF, "nobody has signed it off"));
    }

    private static Signing signing(SignOff signOff, State state, String sentence) {
        return new Signing(Optional.of(signOff), state, sentence);
    }
}
