package cutover.twin.site.store;

import java.util.Optional;
import java.util.Set;

/**
 * A login.
 *
 * @param organization empty for an account without a profile; almost every page fails for such an account
 */
public record User(
        long id,
        String username,
        String email,
        String password,
        boolean superuser,
        boolean staff,
        String name,
        Optional<Organization> organization,
        Set<String> groups) {

    /** Permission to see applications at all. */
    public boolean mayViewApplications() {
        return superuser || groups.contains("application_reviewers") || groups.contains("followup_staff");
    }

    /** Whether lists show the team's view of all applications instead of one organisation's. */
    public boolean followsUp() {
        return staff;
    }
}
