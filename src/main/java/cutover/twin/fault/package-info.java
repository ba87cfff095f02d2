/** What can be broken in the twin, by name, and which of it is broken now. */
package cutover.twin.fault;
