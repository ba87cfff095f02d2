package cutover.junit;

import cutover.finding.EvidenceStore;
import cutover.finding.Finding;
import cutover.finding.Met;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** What one attempt of one step found so far; collects, so that a step fails once with all that is wrong. */
public final class Findings {

    private final String step;
    private final String remedy;
    private final EvidenceStore evidence;
    private final UnaryOperator<String> mask;
    private final Consumer<String> progress;
    private final List<Finding> all = new ArrayList<>();

    Findings(
            String step, String remedy, EvidenceStore evidence, UnaryOperator<String> mask, Consumer<String> progress) {
        this.step = step;
        this.remedy = remedy;
        this.evidence = evidence;
        this.mask = mask;
        this.progress = progress;
    }

    /** Adds one; a finding without a next action gets the runbook's line for the step. */
    public synchronized Findings add(Finding finding) {
        all.add(completed(finding));
        return this;
    }

    /** Adds all, in their order. */
    public Findings addAll(Collection<? extends Finding> findings) {
        findings.forEach(this::add);
        return this;
    }

    /** Adds {@code finding} unless {@code seen} holds, in which case the thing is met in the given words. */
    public Findings expect(boolean seen, String met, Finding otherwise) {
        return add(seen ? Finding.met(met) : otherwise);
    }

    /** All so far, in the order in which they were added. */
    public synchronized List<Finding> all() {
        return List.copyOf(all);
    }

    /** The first that is not met. */
    public Optional<Finding> firstOpen() {
        return all().stream().filter(finding -> !finding.isMet()).findFirst();
    }

    /** True when something was found and all of it is met. */
    public boolean areAllMet() {
        List<Finding> found = all();
        return !found.isEmpty() && found.stream().allMatch(Finding::isMet);
    }

    /** Where to keep what was seen. */
    public EvidenceStore evidence() {
        return evidence;
    }

    /** Says what is being done or waited for; shown live. */
    public void progress(String text) {
        progress.accept(text);
    }

    /** AssertJ's entry, found by static import. */
    public static FindingsAssert assertThat(Findings findings) {
        return new FindingsAssert(findings);
    }

    /** Masked here already, because the text also reaches JUnit's own reports. */
    private Finding completed(Finding finding) {
        return finding.<Finding>fold(
                met -> new Met(mask.apply(met.sentence())),
                unmet -> new Unmet(
                        mask.apply(unmet.sentence()),
                        mask.apply(unmet.expected()),
                        mask.apply(unmet.butWas()),
                        places(unmet.lookAt()),
                        toDo(unmet.toDo())),
                unknown -> new Unknown(
                        mask.apply(unknown.sentence()),
                        mask.apply(unknown.expected()),
                        mask.apply(unknown.because()),
                        places(unknown.lookAt()),
                        toDo(unknown.toDo())));
    }

    private String toDo(String own) {
        return mask.apply(own.isEmpty() ? remedy : own);
    }

    private List<String> places(List<String> lookAt) {
        return Stream.concat(lookAt.stream().map(mask), Stream.of(place()))
                .distinct()
                .toList();
    }

    private String place() {
        return "config/runbook.yaml, step " + step;
    }

    /** Assertions on a step's findings. */
    public static final class FindingsAssert extends org.assertj.core.api.AbstractAssert<FindingsAssert, Findings> {

        private FindingsAssert(Findings findings) {
            super(findings, FindingsAssert.class);
        }

        /**
         * Passes when the step found something and all of it is met.
         *
         * @throws cutover.finding.FindingError with all findings otherwise
         */
        public FindingsAssert areAllMet() {
            isNotNull();
            Assertions.assertThat(actual.all())
                    .as("step %s must find something", actual.step)
                    .isNotEmpty();
            if (!actual.areAllMet()) {
                throw new cutover.finding.FindingError(actual.all());
            }
            return this;
        }
    }
}
