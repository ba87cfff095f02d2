/** What stands before the application on each platform and for the assets: TLS, gateway or router, and their faults. */
package cutover.twin.front;
