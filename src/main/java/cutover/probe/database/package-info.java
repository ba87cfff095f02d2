/** Signs in to a PostgreSQL server, and reads what proves in which state a database is; changes nothing. */
package cutover.probe.database;
