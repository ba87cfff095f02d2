/** Finds a browser and its driver on the machine at hand, or says which command would bring one. */
package cutover.probe.browser.find;
