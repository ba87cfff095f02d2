package cutover.twin;

import cutover.twin.aws.Account;
import cutover.twin.aws.KeysApi;
import cutover.twin.aws.MediaBuckets;
import cutover.twin.fault.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** The vendor's account as the team has left it at a moment of the launch. */
record AccountAt(Instant begun, World world, Supplier<Map<String, byte[]>> seeded) implements Account {

    /** When the bucket was synced first: what was written later is the second time's. */
    Instant firstSynced() {
        return begun.minus(MediaBuckets.SYNCED);
    }

    /** When the bucket was synced the second time: between the snapshot of the morning and the one before the deploy. */
    Instant synced() {
        return begun.minus(Duration.ofMinutes(30));
    }

    /** When the scheduled work was last moved. */
    Instant rescheduled() {
        return begun.minus(Duration.ofHours(3));
    }

    Map<String, String> values() {
        return Map.of(
                "twin.media.user", KeysApi.USER,
                "twin.snapshot", begun.toString(),
                "twin.rescheduled", rescheduled().toString(),
                "twin.first.synced", firstSynced().toString(),
                "twin.synced", synced().toString());
    }

    @Override
    public boolean retiredKeyWorks() {
        return !world.is(Deed.KEY_REMOVED);
    }

    @Override
    public void letRetiredKeyWork(boolean whether) {
        world.set(Deed.KEY_REMOVED, !whether);
    }

    @Override
    public boolean scheduledHere() {
        return world.tasks() == Side.NEW;
    }

    @Override
    public boolean deploying() {
        return world.is(Deed.DEPLOYED);
    }

    @Override
    public boolean databaseIsPublic() {
        return !world.is(Deed.DATABASE_PRIVATE);
    }

    @Override
    public void openDatabase(boolean isPublic) {
        world.set(Deed.DATABASE_PRIVATE, !isPublic);
    }

    @Override
    public Map<String, byte[]> documents() {
        return seeded.get();
    }
}
