/** The mail vendor as it was when the application moved: its API in two regions, its webhooks and its inbound routes. */
package cutover.twin.mailgun;
