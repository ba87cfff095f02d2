package cutover.junit;

import cutover.drill.Lever;
import cutover.environment.front.NumericAddress;
import cutover.environment.front.Zone;
import cutover.provider.ChangeableZone;
import cutover.provider.RecordSet;
import cutover.provider.Told;
import cutover.runbook.Phase;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of a zone that move with the users. Where they have to stand is what the
 * configuration expects of them while the site is live, and after a rollback.
 */
final class NameLever implements Lever {

    private static final Duration USUAL = Duration.ofSeconds(60);

    private final String name;
    private final ChangeableZone zone;
    private final Map<String, List<RecordSet>> positions;

    NameLever(String name, Zone expected, ChangeableZone zone) {
        this.name = name;
        this.zone = zone;
        this.positions = Map.of("new", staged(expected, Phase.LIVE), "old", staged(expected, Phase.ROLLEDBACK));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> positions() {
        return positions.keySet().stream().sorted().toList();
    }

    @Override
    public String position() {
        for (String position : positions()) {
            if (positions.get(position).stream().allMatch(this::stands)) {
                return position;
            }
        }
        return "neither: " + positions.get("new").stream().map(this::told).toList();
    }

    @Override
    public String pull(String position) {
        Told<?> told = zone.replace(positions.get(position), List.of());
        return told.value().map(serial -> "changed at " + zone).orElseGet(told::trouble);
    }

    private boolean stands(RecordSet wanted) {
        return zone.records(wanted.name(), wanted.type())
                .value()
                .filter(seen -> seen.values().equals(wanted.values()))
                .isPresent();
    }

    private String told(RecordSet set) {
        Told<RecordSet> told = zone.records(set.name(), set.type());
        return set.name() + " " + set.type() + " "
                + told.value().map(RecordSet::values).map(List::toString).orElseGet(told::trouble);
    }

    /** All sets of the names that move, those that must not be there in that phase among them. */
    private static List<RecordSet> staged(Zone zone, Phase phase) {
        Set<RecordSet> sets = new LinkedHashSet<>();
        List<cutover.environment.front.RecordSet> moving = zone.records().stream()
                .filter(cutover.environment.front.RecordSet::moves)
                .toList();
        for (cutover.environment.front.RecordSet set : moving) {
            String full = set.fullName(zone.name());
            moving.stream()
                    .filter(other -> other.in(phase)
                            && other.type().equals(set.type())
                            && other.name().equals(set.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> sets.add(asServed(full, other)), () -> sets.add(RecordSet.none(full, set.type())));
        }
        return List.copyOf(sets);
    }

    private static RecordSet asServed(String full, cutover.environment.front.RecordSet set) {
        return new RecordSet(
                full,
                set.type(),
                set.ttlAtMost().orElse(USUAL).toSeconds(),
                set.values().stream().map(value -> asServed(value, set.type())).toList());
    }

    private static String asServed(String value, String type) {
        return switch (type) {
            case "CNAME" -> value + ".";
            // one address has several spellings; the server's has no gap
            case "AAAA" -> NumericAddress.of(value).getHostAddress();
            default -> value;
        };
    }
}
