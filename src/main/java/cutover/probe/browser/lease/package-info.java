/** Who started which browser or twin, and where, so that a later run can end and remove what a killed one left. */
package cutover.probe.browser.lease;
