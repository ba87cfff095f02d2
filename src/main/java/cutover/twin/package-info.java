/** The embedded rehearsal of the application and of all that surrounds it, with faults that can be switched on by name. */
package cutover.twin;
