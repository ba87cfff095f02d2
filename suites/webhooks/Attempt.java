package webhooks;

import cutover.probe.http.HttpObservation;
import java.util.List;
import java.util.function.Supplier;

/**
 * A request that a webhook must refuse.
 *
 * @param name part of the request's agent and of what it holds
 * @param sentence what it is, for messages: "a bounce without signature"
 * @param token what a mail would hold if it were accepted; empty when it has nothing to mail
 * @param statuses with which it may be refused
 * @param weakness id under which an environment may accept that it is not refused; empty when none may
 */
record Attempt(
        String name,
        String sentence,
        String token,
        List<Integer> statuses,
        String weakness,
        Supplier<HttpObservation> send) {}
