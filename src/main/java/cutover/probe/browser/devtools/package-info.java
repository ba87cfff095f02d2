/** One DevTools connection to a Chromium browser, which serves the write guard and what is seen on the network. */
package cutover.probe.browser.devtools;
