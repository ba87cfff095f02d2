package cutover.provider.heroku;

/**
 * A process that there is now.
 *
 * @param name such as {@code web.1}
 * @param type such as {@code web}; {@code scheduler} for a job of the scheduler add-on
 * @param state {@code up}, {@code starting}, {@code crashed} and the like
 */
public record Dyno(String name, String type, String command, String state) {}
