package cutover.probe.database;

import java.util.List;

/**
 * A live database and a copy of it.
 *
 * @param differences of the tables that both have and that could be compared row by row; empty unless both were read
 */
public record ComparisonObservation(StateObservation live, StateObservation copy, List<TableDifference> differences) {

    public ComparisonObservation {
        differences = List.copyOf(differences);
    }
}
