/** What must be seen at the front door of the application: names, certificates, redirects, ports. */
package cutover.environment.front;
