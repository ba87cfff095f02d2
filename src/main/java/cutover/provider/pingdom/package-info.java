/** Reads and changes what Pingdom watches, through its API 3.1. */
package cutover.provider.pingdom;
