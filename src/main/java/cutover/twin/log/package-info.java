/** Where each platform keeps the application's log, in the shapes in which it keeps it. */
package cutover.twin.log;
