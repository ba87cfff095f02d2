package cutover.twin.site.store;

import java.util.Optional;

/** A submission as one organisation has it: a row of {@code intake_application}. */
public record Referral(
        long id,
        Organization organization,
        Submission submission,
        boolean opened,
        boolean transferredOut,
        boolean transferredIn,
        Optional<StatusUpdate> latest) {

    /** Status as the lists show it: the latest update's name, otherwise whether somebody has read it. */
    public String status() {
        return latest.map(StatusUpdate::name).orElse(opened ? "Read" : "Unread");
    }
}
