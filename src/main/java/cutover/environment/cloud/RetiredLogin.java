package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;

/** How the old host signed in to the database before its password was changed. */
public record RetiredLogin(
        @Doc("where the database is reached from here; once it is not public this is the end of a tunnel")
        String host,

        @Doc("its port there") @Default("5432") int port,
        @Doc("name of the database") String database,
        @Doc("name of the user whose password was changed") String user,

        @Doc("NAME of the secret that is the old password") Secret password) {}
