package cutover.finding;

/** A finding without a sentence says nothing at 2 a.m.; it is refused at birth. */
final class Sentences {

    private Sentences() {}

    static void demand(String sentence) {
        if (sentence == null || sentence.isBlank()) {
            throw new IllegalArgumentException("a finding needs a sentence that names the thing");
        }
    }
}
