package cutover.config;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be used, with all that is wrong in them: one line per problem, sorted by file and line. */
public final class ConfigProblems extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * All problems in one.
     *
     * @throws IllegalArgumentException when there are none
     */
    public ConfigProblems(Collection<Problem> problems) {
        super(message(sorted(problems)));
        this.problems = sorted(problems);
    }

    /** What several readings found, reported together. */
    public static ConfigProblems combine(Collection<ConfigProblems> several) {
        return new ConfigProblems(
                several.stream().flatMap(one -> one.problems.stream()).toList());
    }

    /** Sorted by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> sorted(Collection<Problem> problems) {
        return problems.stream().distinct().sorted().toList();
    }

    private static String message(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem to report");
        }
        String head = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(Problem::text)
                .collect(Collectors.joining("\n", head + " in the configuration:\n", ""));
    }
}
