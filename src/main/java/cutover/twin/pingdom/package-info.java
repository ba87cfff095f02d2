/** The uptime vendor's API, as far as looking at what it watches goes. */
package cutover.twin.pingdom;
