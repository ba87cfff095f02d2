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
 * @param remedy what to do when it is accepted
 * @param weakness id under which an environment may accept that it is not refused; empty when none may
 */
record Attempt(
        String name,
        String sentence,
        String token,
        List<Integer> statuses,
        String remedy,
        String weakness,
        Supplier<HttpObservation> send) {

    /** For what anybody could send. */
    static final String FORGED = "anybody can make the application mail what he likes: mend the check of the signature"
            + " and its key before the address is public";

    /** For what a provider would have to send again. */
    static final String MALFORMED =
            "let the view refuse what it can't use: what it acknowledges the provider never sends"
                    + " again, and nobody hears of it";

    /** For a method that changes nothing and must not be taken for a call. */
    static final String METHOD = "let the view take POST only: a link that somebody follows is no call of a provider";
}
