package cutover.provider.twilio;

import java.time.Duration;
import java.util.Optional;

/**
 * A recording that Twilio keeps.
 *
 * @param call SID of its call
 * @param duration whole seconds; empty while Twilio still works on it
 */
public record Recording(String sid, String call, Optional<Duration> duration) {}
