/** TCP ports of the rehearsed world that are no web server's: open, closed, or behind a firewall that drops. */
package cutover.twin.door;
