package cutover.provider.mailgun;

/**
 * What Mailgun got when it called a webhook for a test.
 *
 * @param status HTTP status of the webhook
 * @param message Mailgun's words for it
 */
public record TestCall(int status, String message) {}
