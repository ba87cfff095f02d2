package cutover.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what the binding of one file finds.
 *
 * @param places where each key path stands, for problems that show only later
 */
record Sink(Path file, List<Problem> problems, Map<String, Place> places) {

    void visit(Spot spot) {
        places.put(spot.path(), spot.place());
    }

    /** Always empty, so that a caller can return it. */
    Optional<Object> refuse(Spot spot, String sentence, String remedy) {
        Place place = spot.place();
        problems.add(new Problem(file, place.line(), place.column(), spot.path(), sentence, remedy));
        return Optional.empty();
    }

    /** Always empty, so that a caller can return it. */
    Optional<Object> refuse(Spot spot, IllegalArgumentException why) {
        String sentence = why.getMessage() == null || why.getMessage().isBlank()
                ? "this value is not allowed here"
                : why.getMessage();
        return refuse(spot, sentence, why instanceof Refusal refusal ? refusal.remedy() : "");
    }
}
