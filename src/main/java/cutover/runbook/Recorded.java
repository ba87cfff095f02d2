package cutover.runbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What people have recorded for one environment.
 *
 * @param signOffs in any order
 * @param signers who may sign
 */
public record Recorded(List<SignOff> signOffs, Waivers waivers, Signers signers) {

    /** Where nobody has recorded anything. */
    public static final Recorded NOTHING = new Recorded(List.of(), Waivers.NONE, Signers.EVERYBODY);

    public Recorded {
        signOffs = List.copyOf(signOffs);
    }

    /** The sign-offs of a step, the latest first. */
    List<SignOff> of(String step) {
        return signOffs.stream()
                .filter(signOff -> signOff.step().equals(step))
                .sorted(Comparator.comparing(SignOff::at).reversed())
                .toList();
    }

    Optional<Waiver> waiver(String step) {
        return waivers.waivers().stream()
                .filter(waiver -> waiver.step().equals(step))
                .findFirst();
    }
}
