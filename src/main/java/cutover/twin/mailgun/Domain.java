package cutover.twin.mailgun;

import cutover.twin.clockwork.Ids;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** A sending domain: who wants to hear of its events, and what has happened to its mail. */
final class Domain {

    private final String name;
    private final String id;
    private final Instant created;
    private final WebhookUrls webhooks;
    private volatile Ledger ledger = new Ledger();

    /** @param bounces where bounces are reported to as long as nobody changes it; asked each time */
    Domain(String name, Instant created, Supplier<List<String>> bounces, Ids ids) {
        this.name = name;
        this.id = ids.hex(24);
        this.created = created;
        this.webhooks = new WebhookUrls(bounces);
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    Instant created() {
        return created;
    }

    WebhookUrls webhooks() {
        return webhooks;
    }

    /** What is on its way keeps the book in which it began, so that nothing of it turns up after {@link #clear()}. */
    Ledger ledger() {
        return ledger;
    }

    void clear() {
        webhooks.clear();
        ledger = new Ledger();
    }
}
