package cutover.junit;

import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import cutover.runbook.StepLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a caller said that cannot be meant.
 *
 * @param runbook empty when it can't be read; the steps are taken as they are then
 */
record SaidWrong(RunSettings settings, Optional<Runbook> runbook) {

    /** One line for each, naming the option and what is possible. */
    List<String> lines() {
        return Stream.of(steps(), phase(), grid()).flatMap(Optional::stream).toList();
    }

    private Optional<String> steps() {
        return runbook.flatMap(known -> {
            Set<String> unknown = new TreeSet<>(settings.steps());
            unknown.removeIf(step -> known.step(step).isPresent());
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of("-Dsteps names " + String.join(", ", unknown)
                            + ", which config/runbook.yaml does not know; it has "
                            + known.steps().stream().map(StepLine::id).collect(Collectors.joining(", ")));
        });
    }

    private Optional<String> phase() {
        try {
            settings.phase().ifPresent(Phase::named);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("-Dphase: " + e.getMessage());
        }
    }

    private Optional<String> grid() {
        return settings.grid()
                .filter(address -> !isHttp(address))
                .map(address -> "-Dbrowser.grid is no address such as http://grid.example.org:4444: " + address);
    }

    private static boolean isHttp(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
