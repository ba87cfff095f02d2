package audit;

import cutover.probe.log.AccessLine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often requests to one path ended in one way; of invented paths without number only so many are kept. */
final class Places {

    private static final int MOST = 10_000;
    private static final int TOLD = 3;

    private final Map<String, Integer> counts = new HashMap<>();

    void add(AccessLine line) {
        String place = line.state() + " " + line.method() + " " + ErrorRules.plain(line.path());
        if (line.state() >= 400 && (counts.size() < MOST || counts.containsKey(place))) {
            counts.merge(place, 1, Integer::sum);
        }
    }

    /** The three most frequent of that class of answers, one a line. */
    List<String> mostOf(int hundreds) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(Integer.toString(hundreds)))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOLD)
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .toList();
    }
}
