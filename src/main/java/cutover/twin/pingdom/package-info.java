/** The uptime vendor's API, as far as looking at what it watches, and changing where it looks, goes. */
package cutover.twin.pingdom;
