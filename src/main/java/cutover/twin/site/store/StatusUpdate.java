package cutover.twin.site.store;

import java.time.Instant;

/** What an organisation told an applicant. */
public record StatusUpdate(
        long applicationId, String slug, String name, String nextSteps, String note, String author, Instant updated) {}
