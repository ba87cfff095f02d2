package cutover.provider.twilio;

import java.time.Instant;

/**
 * What Twilio complains about, from its debugger; whatever Twilio leaves out is an empty text.
 *
 * @param resource SID of what it is about, for instance a call
 * @param code number of the error, for instance 11200
 * @param level error, warning, notice or debug
 * @param text as Twilio sends it, often a query string
 * @param at when Twilio noticed
 * @param requestUrl what Twilio had asked for
 * @param more page about the code
 * @see <a href="https://www.twilio.com/docs/usage/monitor-alert">Alert</a>
 */
public record Alert(
        String sid,
        String resource,
        String code,
        String level,
        String text,
        Instant at,
        String requestUrl,
        String more) {}
