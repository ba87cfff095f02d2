/** Looks at one HTTP exchange, one chain of redirects or one visit, and tells what was seen. */
package cutover.probe.http;
