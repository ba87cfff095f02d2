/** Reads how Twilio is wired, places calls there and signs what Twilio would send, through Twilio's own SDK. */
package cutover.provider.twilio;
