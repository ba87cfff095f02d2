package frontdoor;

import common.Many;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What all resolvers tell of all names that move, at one time. */
record ResolverRound(List<ResolverAnswer> answers) {

    /** All have what this phase expects, those aside whose operator was heard at another address. */
    boolean complete() {
        return open().isEmpty();
    }

    /** What is not yet as this phase expects it. */
    List<ResolverAnswer> open() {
        List<ResolverAnswer> passedOver = heardElsewhere();
        return answers.stream()
                .filter(answer -> answer.told() != Told.NEW && !passedOver.contains(answer))
                .toList();
    }

    /** Those that time may mend. */
    List<ResolverAnswer> lagging() {
        return answers.stream().filter(answer -> answer.told().lags()).toList();
    }

    /** No answer came at all. */
    boolean nobodyAnswers() {
        return answers.stream().noneMatch(answer -> answer.told().heard());
    }

    /** What could not be asked from here, at an address of an operator that was heard at another one. */
    List<ResolverAnswer> heardElsewhere() {
        Set<String> heard = answers.stream()
                .filter(answer -> answer.told().heard())
                .map(answer -> answer.resolver().name())
                .collect(Collectors.toSet());
        return answers.stream()
                .filter(answer -> answer.told() == Told.NOT_ASKED)
                .filter(answer -> heard.contains(answer.resolver().name()))
                .toList();
    }

    /** "a (192.0.2.1), b (192.0.2.2)": each once, the first ten, and how many more. */
    static String who(List<ResolverAnswer> answers) {
        return Many.told(answers.stream().map(ResolverAnswer::who).distinct().toList(), ", ");
    }
}
