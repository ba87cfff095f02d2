package cutover.provider.mailgun;

/**
 * A domain of the account; whatever Mailgun leaves out is an empty text.
 *
 * @param state active, unverified or disabled
 * @param wildcard true when mail to subdomains is accepted too
 * @param spamAction disabled, block or tag
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains">Domains</a>
 */
public record MailDomain(String name, String state, boolean wildcard, String spamAction) {}
