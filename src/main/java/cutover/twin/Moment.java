package cutover.twin;

import static cutover.twin.Deed.COPY_RESTORED;
import static cutover.twin.Deed.DATABASE_PRIVATE;
import static cutover.twin.Deed.DAY_PASSED;
import static cutover.twin.Deed.DEPLOYED;
import static cutover.twin.Deed.KEY_REMOVED;
import static cutover.twin.Deed.NEW_HOST_RETIRED;
import static cutover.twin.Deed.NEW_NAMES_SENT_BACK;
import static cutover.twin.Deed.NEW_NAME_GIVEN;
import static cutover.twin.Deed.OLD_APP_OFF;
import static cutover.twin.Deed.OLD_DOMAIN_REMOVED;
import static cutover.twin.Deed.OLD_NAME_FORWARDS;
import static cutover.twin.Deed.OWN_ADDRESS_SHUT;
import static cutover.twin.Deed.PASSWORD_CHANGED;
import static cutover.twin.Deed.PORTS_SHUT;
import static cutover.twin.Deed.TASKS_MOVED;
import static cutover.twin.Deed.VENDORS_MOVED;

import java.util.Set;

/** A moment of the launch, by what people have done until then. */
public enum Moment {
    /** the new site has no name yet, everybody is on the old one */
    BEFORE(Set.of()),
    /** the new site has its name, nobody is sent there yet; the scheduled work has moved with the deploy */
    NAMED(Set.of(DEPLOYED, NEW_NAME_GIVEN, TASKS_MOVED)),
    /** the old name redirects to the new site, the old application still runs */
    SWITCHED(Set.of(DEPLOYED, NEW_NAME_GIVEN, TASKS_MOVED, OWN_ADDRESS_SHUT, VENDORS_MOVED, OLD_NAME_FORWARDS)),
    /** the old application is off, the database is private */
    CLOSED(Set.of(
            DEPLOYED,
            NEW_NAME_GIVEN,
            TASKS_MOVED,
            OWN_ADDRESS_SHUT,
            VENDORS_MOVED,
            OLD_NAME_FORWARDS,
            DAY_PASSED,
            OLD_DOMAIN_REMOVED,
            OLD_APP_OFF,
            PASSWORD_CHANGED,
            DATABASE_PRIVATE,
            PORTS_SHUT,
            KEY_REMOVED)),
    /** the old name is back, the new ones redirect to it, and so does the new host */
    BACK(Set.of(DEPLOYED, NEW_NAME_GIVEN, NEW_NAMES_SENT_BACK, NEW_HOST_RETIRED, COPY_RESTORED));

    private final Set<Deed> deeds;

    Moment(Set<Deed> deeds) {
        this.deeds = deeds;
    }

    /** All that is done by then, and not undone. */
    Set<Deed> deeds() {
        return deeds;
    }
}
