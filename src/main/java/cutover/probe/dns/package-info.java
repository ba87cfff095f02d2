/**
 * Asks one name server at one address and tells what it said; walks delegations and lays answers side by side. No cache,
 * no resolver and no hosts file of this machine has a part in it.
 */
package cutover.probe.dns;
