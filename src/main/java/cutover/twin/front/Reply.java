package cutover.twin.front;

import cutover.twin.web.WebResponse;
import java.time.Duration;

/**
 * What goes back over the wire.
 *
 * @param held how long it is held back first, without a thread
 */
public record Reply(WebResponse response, Duration held) {

    public static Reply now(WebResponse response) {
        return new Reply(response, Duration.ZERO);
    }
}
