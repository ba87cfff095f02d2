package cutover.twin.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.site.page.Dates;
import cutover.twin.site.page.FollowupRow;
import cutover.twin.site.page.ListRow;
import cutover.twin.site.store.Db;
import cutover.twin.site.store.Labels;
import cutover.twin.site.store.Referral;
import cutover.twin.site.store.Referrals;
import cutover.twin.site.store.StatusUpdate;
import cutover.twin.site.store.Submission;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns what the database holds into rows of the lists. */
final class Rows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kit kit;

    Rows(Kit kit) {
        this.kit = kit;
    }

    List<FollowupRow> followups(Db db, List<Submission> submissions) {
        List<Long> ids = submissions.stream().map(Submission::id).toList();
        Map<Long, List<Referral>> referrals = new Referrals(db)
                .of(ids).stream()
                        .collect(Collectors.groupingBy(each -> each.submission().id()));
        Labels labels = new Labels(db);
        Map<Long, List<String>> notes = labels.notes(ids);
        Map<Long, List<String>> tags = labels.tags(ids);
        return submissions.stream()
                .map(each -> followup(
                        each,
                        referrals.getOrDefault(each.id(), List.of()),
                        notes.getOrDefault(each.id(), List.of()),
                        tags.getOrDefault(each.id(), List.of())))
                .toList();
    }

    ListRow listed(Referral referral) {
        Submission submission = referral.submission();
        Dates dates = kit.pages().dates();
        String transfer = referral.transferredIn() ? "incoming-transfer" : "";
        return new ListRow(
                submission.id(),
                dates.list(submission.received()),
                submission.lastName(),
                submission.firstName(),
                referral.status(),
                referral.latest().map(update -> dates.list(update.updated())).orElse(""),
                referral.transferredOut() ? "outgoing-transfer" : transfer);
    }

    /** All tags for the script that completes them. */
    String tagsJson(Db db) {
        try {
            return JSON.writeValueAsString(new Labels(db).allTags()).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of names can always be written as JSON", impossible);
        }
    }

    private FollowupRow followup(
            Submission submission, List<Referral> referrals, List<String> notes, List<String> tags) {
        Dates dates = kit.pages().dates();
        return new FollowupRow(
                submission.id(),
                dates.day(submission.received()),
                dates.hour(submission.received()),
                submission.fullName(),
                submission.phone(),
                submission.email(),
                referrals.stream().map(this::tag).toList(),
                notes,
                tags);
    }

    private FollowupRow.OrgTag tag(Referral referral) {
        return new FollowupRow.OrgTag(
                referral.organization().slug(),
                referral.latest().map(StatusUpdate::name).orElse("New"),
                referral.latest()
                        .map(update -> Dates.ago(update.updated(), kit.now()))
                        .orElse(""));
    }
}
