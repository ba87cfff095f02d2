package cutover.twin;

import cutover.twin.fault.Side;

/** A moment of the launch in which the world around the application stands. */
public enum Moment {
    /** the new site has no name yet, everybody is on the old one */
    BEFORE(Side.OLD, Side.OLD),
    /** the new site has its name, nobody is sent there yet */
    NAMED(Side.OLD, Side.NEW),
    /** the old name redirects to the new site, the old application still runs */
    SWITCHED(Side.NEW, Side.NEW),
    /** the old application is off, the database is private */
    CLOSED(Side.NEW, Side.NEW),
    /** the old name is back, the new ones redirect to it */
    BACK(Side.OLD, Side.OLD);

    private final Side users;
    private final Side tasks;

    Moment(Side users, Side tasks) {
        this.users = users;
        this.tasks = tasks;
    }

    /** Where people, and the vendors that call, are. */
    public Side users() {
        return users;
    }

    /** Where the scheduled work runs; it moves with the deploy, before anybody else does. */
    public Side tasks() {
        return tasks;
    }
}
