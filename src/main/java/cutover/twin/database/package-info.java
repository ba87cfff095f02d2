/** One real PostgreSQL, with a seed that can be put back at any time. */
package cutover.twin.database;
