package cutover.twin;

/** One thing that people do in the course of the launch, or of going back. What is done can be undone. */
public enum Deed {
    /** the new application is deployed, after the second snapshot */
    DEPLOYED,
    /** the new site has its own name */
    NEW_NAME_GIVEN,
    /** the gateway's own address is shut to visitors */
    OWN_ADDRESS_SHUT,
    /** the scheduled work runs on the new side, and no longer on the old one */
    TASKS_MOVED,
    /** the vendors that call the application call the new site */
    VENDORS_MOVED,
    /** the old name leads to a redirect to the new site */
    OLD_NAME_FORWARDS,
    /** a day has gone by since the switch */
    DAY_PASSED,
    /** the old name is taken away from the old application */
    OLD_DOMAIN_REMOVED,
    /** the old application has no processes */
    OLD_APP_OFF,
    /** the database's user has another password */
    PASSWORD_CHANGED,
    /** the database's name leads to a private address */
    DATABASE_PRIVATE,
    /** the database's port is shut to the internet */
    PORTS_SHUT,
    /** the old host's user for the media bucket is gone */
    KEY_REMOVED,
    /** the old application runs newer code than before the migration */
    OLD_CODE_MOVED_ON,
    /** the old application was told the database's password and a key of the bucket that are good now */
    OLD_APP_TOLD,
    /** the new names redirect to the old one */
    NEW_NAMES_SENT_BACK,
    /** the new host no longer serves its name, whatever address leads there */
    NEW_HOST_RETIRED,
    /** a snapshot is restored beside the live database */
    COPY_RESTORED,
    /** what was restored is the live database, the other one is set aside */
    RESTORED_IS_LIVE
}
