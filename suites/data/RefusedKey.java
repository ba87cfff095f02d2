package data;

import cutover.environment.cloud.Cloud;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.provider.Told;
import java.util.List;
import java.util.Optional;

/** Whether Amazon refuses the key that the old host was given. */
final class RefusedKey {

    static final String UNKNOWN_KEY = "InvalidClientTokenId";
    private static final String OTHER_SECRET = "SignatureDoesNotMatch";

    /** Words of a refusal that is about our clock, not about the key. */
    private static final List<String> OUR_CLOCK = List.of("Signature expired", "Signature not yet current");

    private final Workbench bench;
    private final Asking asking;

    RefusedKey(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "cloud");
    }

    void judged() {
        Optional<Cloud> cloud = bench.environment().cloud();
        Optional<Cloud.RetiredKey> key = cloud.flatMap(Cloud::retiredKey);
        if (key.isEmpty()) {
            asking.notKnown("the old host's key", "cloud.retired-key", "a key that is refused");
        }
        key.ifPresent(retired -> judge(cloud.orElseThrow(), retired));
    }

    private void judge(Cloud cloud, Cloud.RetiredKey key) {
        bench.findings().progress("asking STS whose key " + key.accessKeyId() + " is");
        Told<String> told = bench.accounts().aws(cloud, key).caller();
        told.<Object>fold(
                who -> works(key, "it is the key of " + who),
                refused -> refused(key, told, refused),
                unavailable -> untold(key, unavailable.detail()));
    }

    private Object refused(Cloud.RetiredKey key, Told<String> told, Told.Refused<String> refused) {
        if (refused.code().equals(UNKNOWN_KEY)) {
            return gone(key);
        }
        if (OUR_CLOCK.stream().anyMatch(refused.detail()::startsWith)) {
            return untold(key, "this machine's clock is wrong: " + refused.detail());
        }
        if (refused.code().equals(OTHER_SECRET)) {
            return works(key, "Amazon knows the key; only the secret that is given here is another: " + told.trouble());
        }
        return refused.code().startsWith("AccessDenied")
                ? works(key, "Amazon knows the key, a policy forbids this one question: " + told.trouble())
                : untold(key, told.trouble());
    }

    /** A refusal proves something only where a key that works is taken. */
    private Object gone(Cloud.RetiredKey key) {
        Told<String> own = bench.accounts().aws().orElseThrow().caller();
        return own.value().isPresent()
                ? bench.findings()
                        .add(Finding.met("the old host's key " + key.accessKeyId() + " is refused (" + UNKNOWN_KEY
                                + "): it is deleted or inactive, which Amazon does not tell apart"))
                : untold(key, "it is refused, but so is our own: " + own.trouble());
    }

    private Object works(Cloud.RetiredKey key, String seen) {
        return bench.findings()
                .add(Finding.unmet("the old host's key " + key.accessKeyId() + " is still there")
                        .expected("a refusal with " + UNKNOWN_KEY)
                        .butWas(seen)
                        .lookAt("IAM's console, Users, the temporary user of the old host, Security credentials"));
    }

    private Object untold(Cloud.RetiredKey key, String why) {
        return bench.findings()
                .add(Finding.unknown("Amazon does not say whether the old host's key " + key.accessKeyId() + " is gone")
                        .expected("a refusal of the old host's key, and an answer for our own")
                        .because(why)
                        .lookAt("config/environments, cloud")
                        .toDo("mend our access, or look in IAM's console whether the user still has a key"));
    }
}
