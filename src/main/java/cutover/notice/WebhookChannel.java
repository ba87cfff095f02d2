package cutover.notice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.probe.http.Answered;

/** Any address that takes JSON, and answers 2xx when it has. */
final class WebhookChannel implements Channel {

    private final String name;
    private final Posts posts;

    WebhookChannel(String name, Posts posts) {
        this.name = name;
        this.posts = posts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery send(Notice notice) {
        return posts.post(document(notice), this::judged);
    }

    /** The document; {@code format} rises when a reader of an earlier one would misunderstand. */
    static ObjectNode document(Notice notice) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("format", 1)
                .put("decision", notice.word())
                .put("severity", notice.severity().key())
                .put("run", notice.run())
                .put("environment", notice.place())
                .put("phase", notice.phase())
                .put("first", notice.first());
        ArrayNode toDo = document.putArray("toDo");
        notice.toDo().forEach(toDo::add);
        ArrayNode links = document.putArray("links");
        notice.links()
                .forEach(link -> links.addObject().put("title", link.title()).put("target", link.target()));
        return document;
    }

    private Delivery judged(Answered answered) {
        return answered.status() / 100 == 2
                ? new Delivery.Accepted(name, "")
                : new Delivery.Refused(
                        name,
                        "it answers " + Posts.told(answered),
                        "look at the receiver's own log: is the address right, and the token? Tell the team by hand meanwhile");
    }
}
