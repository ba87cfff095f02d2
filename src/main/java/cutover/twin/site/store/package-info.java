/** The application's rows, read and written with plain SQL. */
package cutover.twin.site.store;
