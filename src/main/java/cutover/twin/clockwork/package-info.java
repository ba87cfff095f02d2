/** Where the twin's chance and its later come from. */
package cutover.twin.clockwork;
