package data;

import cutover.probe.database.DatabaseState;
import cutover.probe.database.TableState;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A state as evidence: numbers and checksums, never what stands in a row. */
final class ProofText {

    private ProofText() {}

    static String of(DatabaseState state) {
        return "encoding " + state.encoding() + "\n"
                + state.tables().stream().map(ProofText::line).collect(Collectors.joining("\n")) + "\n\nnext ids\n"
                + state.sequences().stream()
                        .map(one -> one.column() + " " + told(one.next()))
                        .collect(Collectors.joining("\n"))
                + "\n\nnewest migrations\n"
                + state.migrations().entrySet().stream()
                        .map(one -> one.getKey() + " "
                                + one.getValue().get(one.getValue().size() - 1))
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String line(TableState table) {
        return table.name() + ": rows " + table.rows() + ", newest id " + told(table.newestId())
                + table.newestTime().map(time -> ", newest of " + time).orElse("")
                + table.checksum().map(sum -> ", checksum " + sum).orElse(", counted only");
    }

    private static String told(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "-";
    }
}
