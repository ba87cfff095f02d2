/** Tries to sign in to a PostgreSQL server, and asks it nothing. */
package cutover.probe.database;
