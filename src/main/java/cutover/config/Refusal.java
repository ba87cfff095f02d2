package cutover.config;

/** Why a text cannot be a value, and what to write instead. */
final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    Refusal(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
