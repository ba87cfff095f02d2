/** Reads how Mailgun is wired, sends through it and posts what Mailgun would post, through Mailgun's own client. */
package cutover.provider.mailgun;
