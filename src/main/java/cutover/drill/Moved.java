package cutover.drill;

import java.time.Instant;

/**
 * One action that was carried out.
 *
 * @param action what a person would do, as the drill has it
 * @param lever empty for a person's part
 * @param stood where the lever stood before
 * @param told what was done, or what the other side answered
 */
public record Moved(String action, String lever, String stood, String told, Instant at) {}
