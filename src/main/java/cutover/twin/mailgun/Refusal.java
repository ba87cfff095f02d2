package cutover.twin.mailgun;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server's no (RFC 5321, section 4.2).
 *
 * @param text what follows the code, with the enhanced code
 */
record Refusal(int code, String text) {

    private static final Pattern REPLY = Pattern.compile("(\\d{3})[ -](.*)", Pattern.DOTALL);

    /** Something that is no reply of SMTP counts as a permanent failure. */
    static Refusal parse(String reply) {
        Matcher parts = REPLY.matcher(reply.strip());
        return parts.matches()
                ? new Refusal(Integer.parseInt(parts.group(1)), parts.group(2))
                : new Refusal(554, reply.strip());
    }

    boolean permanent() {
        return code >= 500;
    }
}
