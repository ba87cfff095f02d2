/** How the vendors' own machines reach what is public in the twin, as they would over the internet. */
package cutover.twin.internet;
