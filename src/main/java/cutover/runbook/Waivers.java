package cutover.runbook;

import cutover.config.Doc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One file in {@code config/waivers}: the steps that are accepted in one environment although they are not met. */
public record Waivers(@Doc("One for each step at most") List<Waiver> waivers) {

    /** Where nothing is waived. */
    public static final Waivers NONE = new Waivers(List.of());

    public Waivers {
        waivers = List.copyOf(waivers);
        Set<String> seen = new HashSet<>();
        for (Waiver waiver : waivers) {
            if (!seen.add(waiver.step())) {
                throw new IllegalArgumentException("step " + waiver.step() + " is waived twice; leave one of the two");
            }
        }
    }
}
