package cutover.twin.site.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the team writes onto submissions: notes and tags. */
public final class Labels {

    private final Db db;

    public Labels(Db db) {
        this.db = db;
    }

    public Map<Long, List<String>> notes(List<Long> submissions) {
        return grouped(
                "select submission_id, body from intake_applicationnote where submission_id = any(?) order by id",
                submissions);
    }

    public Map<Long, List<String>> tags(List<Long> submissions) {
        return grouped(
                "select i.object_id, t.name from taggit_taggeditem i join taggit_tag t on t.id = i.tag_id"
                        + " where i.object_id = any(?) order by t.name",
                submissions);
    }

    public List<String> allTags() {
        return db.list("select name from taggit_tag order by name", row -> row.getString(1));
    }

    private Map<Long, List<String>> grouped(String sql, List<Long> submissions) {
        return db.list(sql, row -> Map.entry(row.getLong(1), row.getString(2)), submissions).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
