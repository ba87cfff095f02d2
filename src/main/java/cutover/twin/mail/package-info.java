/** A real mail server for the rehearsal, and the mail service through which the application sends. */
package cutover.twin.mail;
