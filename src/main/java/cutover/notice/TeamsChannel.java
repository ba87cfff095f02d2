package cutover.notice;

import cutover.probe.http.Answered;

/**
 * A workflow of Teams that begins when a webhook request is received. 202 says that the workflow has the card, not yet that
 * the card is in the channel; a workflow with an answer of its own says 200.
 */
final class TeamsChannel implements Channel {

    private static final String RETIRED = "webhook.office.com";

    private final String name;
    private final String host;
    private final Posts posts;

    TeamsChannel(String name, String host, Posts posts) {
        this.name = name;
        this.host = host;
        this.posts = posts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery send(Notice notice) {
        return posts.post(TeamsCard.of(notice), this::judged);
    }

    /** The retired connectors said 200 although Teams had refused the card, and told so in the body only. */
    private Delivery judged(Answered answered) {
        boolean taken = answered.status() == 202 || answered.status() == 200;
        return taken && !Posts.said(answered).contains("failed with error")
                ? new Delivery.Accepted(name, "")
                : new Delivery.Refused(name, "the workflow answers " + Posts.told(answered), toDo(answered.status()));
    }

    private String toDo(int status) {
        if (host.endsWith(RETIRED)) {
            return "this is an Office 365 connector, which Microsoft has retired: make a workflow"
                    + " \"Send webhook alerts to a channel\" in Teams, and change the secret";
        }
        return switch (status) {
            case 400 -> "is the workflow on, and does it begin with \"When a Teams webhook request is received\"?";
            case 401, 403 ->
                "the URL's signature does not hold, or the workflow asks for a sign-in:"
                        + " let anyone trigger it, copy the URL again, and change the secret";
            case 404 -> "the workflow was deleted: make a new one, and change the secret";
            default -> "look at the workflow's run history in Power Automate, and tell the team by hand meanwhile";
        };
    }
}
