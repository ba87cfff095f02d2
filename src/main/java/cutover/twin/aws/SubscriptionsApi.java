package cutover.twin.aws;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;
import java.util.stream.Stream;

/** Who hears of the topic of the alarms. */
final class SubscriptionsApi {

    private static final String MAILBOX = "clearmyrecord-alerts@codeforamerica.org";

    private final Faults faults;

    SubscriptionsApi(Faults faults) {
        this.faults = faults;
    }

    WebResponse answer(Form form) {
        if (!form.action().equals("ListSubscriptionsByTopic")) {
            return XmlAnswer.queryError(400, "InvalidAction", "Could not find operation " + form.action());
        }
        if (!form.field("TopicArn").orElse("").equals(AlarmsApi.TOPIC)) {
            return XmlAnswer.queryError(404, "NotFound", "Topic does not exist");
        }
        return XmlAnswer.query(form.action(), XmlAnswer.list("Subscriptions", "member", mailbox(), each -> each));
    }

    private Stream<String> mailbox() {
        if (on(Fault.SUBSCRIPTION_MISSING)) {
            return Stream.empty();
        }
        String state = on(Fault.SUBSCRIPTION_NOT_CONFIRMED) ? "PendingConfirmation" : AlarmsApi.TOPIC + ":4f1b";
        String mailbox = on(Fault.SUBSCRIPTION_OF_OTHERS) ? "nobody@codeforamerica.org" : MAILBOX;
        return Stream.of(XmlAnswer.element("TopicArn", AlarmsApi.TOPIC)
                + XmlAnswer.element("Protocol", "email")
                + XmlAnswer.element("SubscriptionArn", state)
                + XmlAnswer.element("Owner", "123456789012")
                + XmlAnswer.element("Endpoint", mailbox));
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
