package cutover.junit;

import java.util.Optional;
import java.util.function.Function;

/**
 * What somebody who signs off has typed; anything of it may be empty.
 *
 * @param step {@code -Dsignoff}
 * @param by {@code -Dby}
 * @param saw {@code -Dsaw}
 * @param link {@code -Dlink}
 */
record SignOffSaid(String step, String by, String saw, String link) {

    /** Reads the parameters {@code signoff.*}. */
    static SignOffSaid from(Function<String, Optional<String>> parameter) {
        Function<String, String> told = name -> parameter
                .apply(name)
                .map(String::strip)
                .filter(text -> !text.startsWith("${"))
                .orElse("");
        return new SignOffSaid(
                told.apply("signoff.step"),
                told.apply("signoff.by"),
                told.apply("signoff.saw"),
                told.apply("signoff.link"));
    }
}
