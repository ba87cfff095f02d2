package cutover.twin;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;

/** The passwords of the database's user: the one that the old host knew, and the one after it. */
record Passwords(String old, String next, World world, Faults faults) {

    /** The one that is good now. */
    String good() {
        return world.is(Deed.PASSWORD_CHANGED) && !faults.on(Side.NEW, Fault.OLD_PASSWORD_WORKS) ? next : old;
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
