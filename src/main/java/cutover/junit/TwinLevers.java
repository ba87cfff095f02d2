package cutover.junit;

import cutover.drill.Lever;
import cutover.twin.Deed;
import cutover.twin.Twin;
import java.util.List;

/** All that people change on the way back, as it can be changed at the twin. */
final class TwinLevers {

    private TwinLevers() {}

    static List<Lever> of(Twin twin) {
        return List.of(
                new DeedLever("old-name", twin, Deed.OLD_NAME_FORWARDS, "old", "new"),
                new DeedLever("new-names", twin, Deed.NEW_NAMES_SENT_BACK, "new", "old"),
                new DeedLever("vendors", twin, Deed.VENDORS_MOVED, "old", "new"),
                new DeedLever("tasks", twin, Deed.TASKS_MOVED, "old", "new"),
                new DeedLever("own-address", twin, Deed.OWN_ADDRESS_SHUT, "open", "shut"),
                new DeedLever("old-app", twin, Deed.OLD_APP_OFF, "on", "off"),
                new DeedLever("old-domain", twin, Deed.OLD_DOMAIN_REMOVED, "there", "gone"),
                new DeedLever("old-credentials", twin, Deed.OLD_APP_TOLD, "stale", "current"),
                new DeedLever("database-name", twin, Deed.DATABASE_PRIVATE, "public", "private"),
                new DeedLever("database-port", twin, Deed.PORTS_SHUT, "open", "shut"),
                new DeedLever("media-user", twin, Deed.KEY_REMOVED, "there", "gone"),
                new DeedLever("copy", twin, Deed.COPY_RESTORED, "none", "restored"),
                new DeedLever("database", twin, Deed.RESTORED_IS_LIVE, "as-it-was", "restored"));
    }
}
