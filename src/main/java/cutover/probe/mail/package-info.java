/** Looks into a mailbox without changing it and tells which mails lie there. */
package cutover.probe.mail;
