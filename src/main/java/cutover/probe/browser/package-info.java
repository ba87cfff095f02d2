/** One real browser session: opened with pins and a fence, driven by small acts, observed without judging. */
package cutover.probe.browser;
