package cutover.notice;

import cutover.probe.http.Answered;
import java.util.Map;

/** An incoming webhook of Slack. It answers 200 and the two letters {@code ok}, or a status and a word for what is wrong. */
final class SlackChannel implements Channel {

    private static final Map<String, String> TO_DO = Map.of(
            "channel_is_archived", "unarchive the channel in Slack, or make a webhook for another one",
            "channel_not_found", "the channel is gone: make a webhook for another one",
            "no_service",
                    "the webhook was removed or never was: make a new one in the app's settings, and change the secret",
            "no_team", "the workspace is gone: make a webhook in another one, and change the secret",
            "invalid_token", "the URL is not complete: copy it again from the app's settings, and change the secret",
            "action_prohibited", "an administrator of the workspace forbids this webhook to post: ask one",
            "posting_to_general_channel_denied",
                    "an administrator forbids to post in #general: make a webhook for another channel",
            "invalid_payload", "report a defect of the suite: Slack does not understand the message");

    private final String name;
    private final Posts posts;

    SlackChannel(String name, Posts posts) {
        this.name = name;
        this.posts = posts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery send(Notice notice) {
        return posts.post(SlackMessage.of(notice), this::judged);
    }

    private Delivery judged(Answered answered) {
        String said = Posts.said(answered);
        if (answered.status() == 200 && said.equals("ok")) {
            return new Delivery.Accepted(name, "");
        }
        return new Delivery.Refused(
                name,
                "Slack answers " + Posts.told(answered),
                TO_DO.getOrDefault(
                        said,
                        "is the secret the URL of an incoming webhook of Slack? Tell the team by hand meanwhile"));
    }
}
