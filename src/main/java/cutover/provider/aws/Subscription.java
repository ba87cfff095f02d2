package cutover.provider.aws;

/**
 * Who hears of a topic.
 *
 * @param protocol for instance {@code email}
 * @param endpoint for instance a mail address
 * @param confirmed whether its owner has said yes; before that nothing is sent
 */
public record Subscription(String protocol, String endpoint, boolean confirmed) {}
