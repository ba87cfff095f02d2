/** Who started which browser processes and profiles, so that a later run can end what a killed one left. */
package cutover.probe.browser.lease;
