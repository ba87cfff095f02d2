package data;

import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.runbook.ProvedRestore;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.time.Duration;

/**
 * When a snapshot was last restored and proved. A snapshot that nobody ever restored is a hope; that is told, and is no
 * reason to say that there is no way back.
 */
final class ProvedRestores {

    /** Formats and playbooks change meanwhile. */
    private static final Duration OLD = Duration.ofDays(90);

    private final Workbench bench;

    ProvedRestores(Workbench bench) {
        this.bench = bench;
    }

    void tell() {
        ProvedRestore.last(bench.history()).ifPresentOrElse(this::tell, this::never);
    }

    private void tell(ProvedRestore proof) {
        Duration age = Duration.between(proof.at(), bench.clock().instant());
        String witness = proof.witness() + ", " + Durations.told(age) + " ago";
        boolean old = age.compareTo(OLD) > 0;
        bench.findings()
                .progress("a snapshot was last restored and proved by " + witness
                        + (old ? ": advice, do it again, playbooks and formats change" : ""));
        bench.wayBack(
                old
                        ? WayBack.notKnown(
                                Subject.SNAPSHOT,
                                "no snapshot was restored and proved for " + OLD.toDays() + " days",
                                witness)
                        : WayBack.possible(Subject.SNAPSHOT, witness));
    }

    private void never() {
        bench.findings()
                .progress(
                        "advice: restore a snapshot and prove it (step R12, or a drill): no run that is remembered has");
        bench.wayBack(WayBack.notKnown(
                Subject.SNAPSHOT,
                "no run that is remembered has restored one and proved it",
                "the history of earlier runs"));
    }
}
