package cutover.provider.mailgun;

import java.util.List;

/**
 * A rule for incoming mail, of the whole account.
 *
 * @param priority smaller ones come first
 * @param expression whom it matches, for instance {@code match_recipient(".*@example.com")}
 * @param actions for instance {@code forward("https://…")}, {@code store()}, {@code stop()}
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes">Routes</a>
 */
public record MailRoute(String id, int priority, String description, String expression, List<String> actions) {

    private static final String TO_URL = "\\s*forward\\(\\s*[\"']https?://.*";

    public MailRoute {
        actions = List.copyOf(actions);
    }

    /** Its actions with another URL in place of each to which it forwards. */
    List<String> forwardingTo(String url) {
        List<String> changed = actions.stream()
                .map(action -> action.matches(TO_URL) ? "forward(\"" + url + "\")" : action)
                .toList();
        if (actions.stream().noneMatch(action -> action.matches(TO_URL))) {
            throw new IllegalArgumentException("the route " + id + " forwards to no URL: " + actions);
        }
        return changed;
    }
}
