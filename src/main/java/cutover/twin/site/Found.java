package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.store.Referral;
import cutover.twin.site.store.Referrals;
import cutover.twin.site.store.Submission;
import cutover.twin.site.store.Submissions;
import cutover.twin.site.store.User;
import cutover.twin.web.WebResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A submission that the visitor may see, with its applications.
 *
 * @param referrals of all organisations for the team, of the own one for an organisation's user
 */
record Found(Submission submission, List<Referral> referrals) {

    /** Empty when it does not exist or is not the visitor's business. */
    static Optional<Found> of(Kit kit, Visit visit, long id) {
        User user = visit.signedIn();
        long own = Visitors.profile(user).id();
        boolean all = user.staff() || kit.on(Fault.OTHER_ORGANISATIONS_SHOWN);
        List<Referral> referrals = new Referrals(visit.db())
                .of(List.of(id)).stream()
                        .filter(referral -> all || referral.organization().id() == own)
                        .toList();
        return referrals.isEmpty()
                ? Optional.empty()
                : new Submissions(visit.db()).byId(id).map(submission -> new Found(submission, referrals));
    }

    /** All submissions named in {@code ids=1,2}, when the visitor may see each of them; empty otherwise. */
    static List<Found> all(Kit kit, Visit visit) {
        String asked = visit.query().get("ids").orElse("");
        if (!asked.matches("\\d{1,9}(,\\d{1,9})*")) {
            return List.of();
        }
        List<Optional<Found>> found = Arrays.stream(asked.split(","))
                .map(Long::valueOf)
                .map(id -> of(kit, visit, id))
                .toList();
        return found.stream().allMatch(Optional::isPresent)
                ? found.stream().map(Optional::orElseThrow).toList()
                : List.of();
    }

    /** Answers with what is found; the usual refusal otherwise. */
    static WebResponse or(Kit kit, Visit visit, Function<Found, WebResponse> answer) {
        return of(kit, visit, visit.number(0)).map(answer).orElseGet(() -> kit.notAllowed(visit));
    }
}
