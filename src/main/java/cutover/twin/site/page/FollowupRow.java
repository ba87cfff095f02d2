package cutover.twin.site.page;

import java.util.List;

/** A row of the team's list. */
public record FollowupRow(
        long id,
        String day,
        String hour,
        String name,
        String phone,
        String email,
        List<OrgTag> organizations,
        List<String> notes,
        List<String> tags) {

    /**
     * An organisation that has the application, with the status there.
     *
     * @param since how long ago that was; empty for a status that nobody gave
     */
    public record OrgTag(String slug, String status, String since) {}
}
