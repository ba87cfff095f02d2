package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.web.LogSink;
import cutover.twin.web.Outbox;
import cutover.twin.web.Tasks;
import java.util.List;

/** Mail of the application: at once to the people who run it, or later through a task. */
final class Alerts {

    private final SiteSettings settings;
    private final Switches faults;
    private final Outbox outbox;
    private final Tasks tasks;
    private final LogSink log;

    Alerts(SiteSettings settings, Switches faults, Outbox outbox, Tasks tasks, LogSink log) {
        this.settings = settings;
        this.faults = faults;
        this.outbox = outbox;
        this.tasks = tasks;
        this.log = log;
    }

    /** Error mail, sent within the request; nothing in debug mode or when nobody is to receive it. */
    void error(String subject, String text) throws Outbox.MailFailure {
        if (!faults.on(Fault.DEBUG_ON) && !admins().isEmpty()) {
            outbox.send(settings.serverEmail(), admins(), subject, text);
        }
    }

    /** A notice to the people who run the application, sent by a task. */
    void later(String requestId, String subject, String text) {
        if (!admins().isEmpty()) {
            send(requestId, admins(), subject, text);
        }
    }

    /** Mail to somebody else, sent by a task. */
    void send(String requestId, List<String> to, String subject, String text) {
        tasks.later("intake.tasks.send_email", requestId, id -> {
            try {
                outbox.send(settings.defaultSender(), to, subject, text);
            } catch (Outbox.MailFailure failure) {
                log.record("ERROR", id, "Task intake.tasks.send_email raised: " + failure.getMessage());
            }
        });
    }

    private List<String> admins() {
        return faults.on(Fault.NO_ALERT_RECIPIENTS) ? List.of() : settings.admins();
    }
}
