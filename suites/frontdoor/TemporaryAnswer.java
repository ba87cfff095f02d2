package frontdoor;

import common.Answers;
import cutover.finding.Finding;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import java.net.URI;
import java.util.Set;

/**
 * Judges what a platform's own address of a site answers.
 *
 * @param name where the site is in public
 * @param accepted whether somebody decided that it stays open
 */
record TemporaryAnswer(URI name, boolean accepted) {

    static final String ACCEPTABLE = "temporary-address-open";

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 410, 421);
    private static final String REFUSAL = "a refusal: 403 by the platform, or 400 by the application";

    /** A gateway that asks for a token has no stage at that path, and may well serve another one. */
    Finding judged(Answered answer) {
        boolean noStage = answer.text().contains("Missing Authentication Token");
        if (!noStage && REFUSALS.contains(answer.status())) {
            return Finding.met("nobody is served at the temporary address of " + name.getHost() + ", it answers "
                    + answer.status());
        }
        if (noStage || answer.status() >= 400) {
            return untold(answer.sent().uri(), Exchanges.line(answer) + Answers.hint(answer));
        }
        return leadsToTheName(answer)
                ? Finding.met("the temporary address of " + name.getHost() + " leads to its name")
                : served(answer);
    }

    private boolean leadsToTheName(Answered answer) {
        return answer.isRedirect()
                && answer.header("Location")
                        .filter(to -> to.equals(name.toString()) || to.startsWith(name + "/"))
                        .isPresent();
    }

    private Finding served(Answered answer) {
        return accepted
                ? Finding.met("the temporary address of " + name.getHost()
                        + " still serves the site: a known weakness, accepted for this environment")
                : open(answer);
    }

    private Unmet open(Answered answer) {
        return Finding.unmet("the temporary address of " + name.getHost() + " still serves the site, past its name")
                .expected(REFUSAL)
                .butWas(Exchanges.line(answer))
                .lookAt(Answers.url(answer))
                .toDo(
                        "switch the platform's own address off (API Gateway: \"default endpoint\" disabled, then deploy the"
                                + " stage), or take its host out of ALLOWED_HOSTS; no reason to go back. If it has to stay open for"
                                + " now, accept the weakness '" + ACCEPTABLE
                                + "' in config/environments with the reason");
    }

    /** Silence is no proof: the address may be misspelt, or our own network may be closed. */
    Unknown untold(URI page, String why) {
        return Finding.unknown("whether the temporary address of " + name.getHost() + " is shut can't be told")
                .expected(REFUSAL)
                .because(why)
                .lookAt(page.toString())
                .lookAt("config/environments, sites, temporary-address")
                .toDo("see that the address is right, with its stage, and what answers there; take the key out if the"
                        + " platform gives no address of its own any more");
    }
}
