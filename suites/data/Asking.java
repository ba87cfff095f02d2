package data;

import cutover.finding.Finding;
import cutover.finding.Unknown;
import cutover.junit.Workbench;
import cutover.provider.Told;
import java.util.Optional;

/** What to say when an account is not known, or does not tell. */
final class Asking {

    private final Workbench bench;
    private final String key;

    /** @param key the account's, in the environment's file */
    Asking(Workbench bench, String key) {
        this.bench = bench;
        this.key = key;
    }

    /**
     * The answer; empty, with a finding added, when there is none.
     *
     * @param who is asked, and goes on with "does not tell"
     * @param what completes that
     * @param permission what the account must permit us, for instance {@code rds:DescribeDBSnapshots}
     */
    <T> Optional<T> answered(Told<T> told, String who, String what, String permission) {
        if (told.value().isEmpty()) {
            bench.findings().add(untold(told, who + " does not tell " + what, permission));
        }
        return told.value();
    }

    private Unknown untold(Told<?> told, String sentence, String permission) {
        return Finding.unknown(sentence)
                .expected("an answer, for which our credential needs " + permission)
                .because(told.trouble())
                .lookAt("config/environments, " + key)
                .toDo(told.fold(
                        value -> "",
                        refused -> "give our credential " + permission + ", or look in the console by hand",
                        unavailable -> "mend our access, or look in the console by hand"));
    }

    /**
     * Says that the environment does not name what the step looks at.
     *
     * @param what completes "… is not known here"
     * @param missing the key that the environment's file lacks
     */
    void notKnown(String what, String missing, String expected) {
        bench.findings()
                .add(Finding.unknown(what + " is not known here")
                        .expected(expected)
                        .because("config/environments has no " + missing)
                        .toDo("name it, or look in the console by hand"));
    }
}
