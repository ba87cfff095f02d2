package cutover.provider.heroku;

/**
 * Code and configuration of an application from one change to the next.
 *
 * @param version counts up from 1
 * @param description what made it, for instance {@code Deploy 3f2a9c1}
 * @param status {@code succeeded}, {@code failed} or {@code pending}
 * @param isCurrent whether it is what runs
 */
public record Release(String id, int version, String description, String status, boolean isCurrent) {}
