package cutover.junit;

import java.util.Arrays;

/** How much of the drills is run. */
enum Dry {
    /** all of it */
    NO(""),
    /** nothing: what would be done is printed */
    PLAN("plan"),
    /** the look before it breaks, and nothing else */
    OBSERVE("observe");

    private final String word;

    Dry(String word) {
        this.word = word;
    }

    /** @throws IllegalArgumentException for a word that is none */
    static Dry named(String word) {
        return Arrays.stream(values())
                .filter(dry -> dry.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-Ddry=" + word
                        + " says nothing; say -Ddry=plan to have the plan printed, or -Ddry=observe to have only the"
                        + " beginning of each drill looked at"));
    }
}
