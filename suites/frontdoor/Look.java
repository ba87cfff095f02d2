package frontdoor;

import cutover.probe.dns.Answered;
import cutover.probe.dns.Resource;
import cutover.runbook.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Resolvers and zones' own servers, asked at one time.
 *
 * @param at when it was begun
 * @param names that were asked for
 */
record Look(Instant at, List<Moving> names, Phase phase, ResolverRound round, List<ZoneTold> own) {

    /** Own servers that tell something else than this phase expects, with what they tell; each line once. */
    List<String> behind() {
        Set<String> lines = new LinkedHashSet<>();
        names.forEach(name -> lines.addAll(behind(name)));
        return List.copyOf(lines);
    }

    /** The same about one name. */
    List<String> behind(Moving name) {
        List<String> lines = new ArrayList<>();
        for (ZoneTold zone : own) {
            if (zone.zone().equals(name.zone())) {
                name.types()
                        .forEach(type -> zone.about(name.name(), type).stream()
                                .filter(answer -> !name.fits(phase, type, values(answer, name, type)))
                                .forEach(answer -> lines.add(line(answer, name, type))));
            }
        }
        return lines;
    }

    private static Set<String> values(Answered answer, Moving name, String type) {
        return answer.rrset(name.name(), type).stream()
                .map(Resource::data)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(Answered answer, Moving name, String type) {
        Set<String> values = values(answer, name, type);
        return Who.told(answer.server()) + " tells " + name.name() + " " + type + ": "
                + (values.isEmpty() ? "nothing" : String.join(", ", values));
    }
}
