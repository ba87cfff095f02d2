/** Programs of this machine, such as a platform's own command line client. */
package cutover.provider.command;
