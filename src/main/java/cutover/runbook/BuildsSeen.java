package cutover.runbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run saw the site under test run: usually one build; none where no step could tell, more where addresses differ or
 * somebody deployed meanwhile.
 *
 * @param builds each once, in the order in which they were seen
 */
public record BuildsSeen(List<String> builds) {

    /** Where nobody could tell. */
    static final BuildsSeen NONE = new BuildsSeen(List.of());

    public BuildsSeen {
        builds = List.copyOf(builds);
    }

    /** What the run of this journal saw at the place that it was about, and at no other site. */
    public static BuildsSeen in(List<Entry> journal) {
        return Verdict.start(journal)
                .map(start -> new BuildsSeen(seen(journal)
                        .filter(seen -> seen.site().equals(start.host()))
                        .map(BuildSeen::build)
                        .distinct()
                        .toList()))
                .orElse(NONE);
    }

    /** The one build that was seen; empty where there were more, or none. */
    public Optional<String> only() {
        return builds.size() == 1 ? Optional.of(builds.get(0)) : Optional.empty();
    }

    boolean isKnown() {
        return !builds.isEmpty();
    }

    String told() {
        return (builds.size() == 1 ? "build " : "builds ") + String.join(" and ", builds);
    }

    private static Stream<BuildSeen> seen(List<Entry> journal) {
        return journal.stream().filter(BuildSeen.class::isInstance).map(BuildSeen.class::cast);
    }
}
