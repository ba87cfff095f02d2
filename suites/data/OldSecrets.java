package data;

import cutover.environment.cloud.Cloud;
import cutover.environment.cloud.RetiredLogin;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.database.DatabaseProbe;
import cutover.provider.Told;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.util.Optional;

/**
 * What the secrets that the old host knows still open. After day 2 they must open nothing, and new ones can always be made:
 * so nothing of it is unmet, it is what going back costs.
 */
final class OldSecrets {

    private final Workbench bench;

    OldSecrets(Workbench bench) {
        this.bench = bench;
    }

    void tell() {
        Optional<RetiredLogin> login = bench.environment().retiredLogin();
        Optional<Cloud.RetiredKey> key = bench.environment().cloud().flatMap(Cloud::retiredKey);
        login.ifPresent(this::password);
        key.ifPresent(known -> key(bench.environment().cloud().orElseThrow(), known));
        if (login.isEmpty() && key.isEmpty()) {
            told(WayBack.notKnown(
                    Subject.SECRETS,
                    "nobody knows here what the old host was given",
                    "config/environments, without retired-login and cloud.retired-key"));
        }
    }

    private void password(RetiredLogin known) {
        bench.findings().progress("signing in to the database as the old host would");
        String witness = "the database at " + known.host() + ":" + known.port() + ", asked as " + known.user();
        told(new DatabaseProbe()
                .look(bench.accounts().login(known))
                .fold(
                        entered -> WayBack.possible(Subject.SECRETS, witness),
                        refused -> WayBack.atACost(
                                Subject.SECRETS,
                                "the database's password is another one now: the old application must be told it first",
                                witness),
                        untold -> WayBack.notKnown(
                                Subject.SECRETS, "nobody could be asked about the database's password", witness)));
    }

    private void key(Cloud cloud, Cloud.RetiredKey key) {
        bench.findings().progress("asking STS whose key " + key.accessKeyId() + " is");
        String witness = "STS, asked with " + key.accessKeyId();
        Told<String> told = bench.accounts().aws(cloud, key).caller();
        told(told.fold(
                who -> WayBack.possible(Subject.SECRETS, witness),
                refused -> refused.code().equals(RefusedKey.UNKNOWN_KEY)
                        ? WayBack.atACost(
                                Subject.SECRETS,
                                "the old host's key for the media bucket is gone: it needs a user with a new one first",
                                witness)
                        : notTold(told, witness),
                unavailable -> notTold(told, witness)));
    }

    private static WayBack notTold(Told<String> told, String witness) {
        return WayBack.notKnown(
                Subject.SECRETS,
                "nobody could tell whether the old host's key still works: " + told.trouble(),
                witness);
    }

    private void told(WayBack seen) {
        bench.wayBack(seen);
        String words = seen.words().isEmpty() ? "one of the old host's secrets still works" : seen.words();
        if (seen.standing() == WayBack.Standing.NOT_KNOWN) {
            bench.findings().progress(words + " (" + seen.witness() + ")");
        } else {
            bench.findings().add(Finding.met(words + " (" + seen.witness() + ")"));
        }
    }
}
