/** A vendor of telephony: its API in its own shape, and calls that really ask an application what to do. */
package cutover.twin.twilio;
