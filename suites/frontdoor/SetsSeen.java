package frontdoor;

import cutover.probe.dns.Answered;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sets of records that servers tell for one question. */
final class SetsSeen {

    private final Map<Set<String>, List<NameServer>> sets;
    private final Map<NameServer, Set<Long>> ttls;

    SetsSeen(List<Answered> answers) {
        sets = answers.stream()
                .collect(Collectors.groupingBy(
                        SetsSeen::data, LinkedHashMap::new, Collectors.mapping(Answered::server, Collectors.toList())));
        ttls = new LinkedHashMap<>();
        answers.forEach(answer -> ttls.put(
                answer.server(),
                RecordsSeen.own(answer).stream().map(Resource::ttl).collect(Collectors.toCollection(TreeSet::new))));
    }

    Map<Set<String>, List<NameServer>> sets() {
        return sets;
    }

    /** Seconds, by server. */
    Map<NameServer, Set<Long>> ttls() {
        return ttls;
    }

    String told() {
        return sets.entrySet().stream()
                .map(each -> ZoneDesk.listed(each.getKey()) + " at " + ZoneDesk.told(each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> data(Answered answer) {
        return Spelling.of(
                answer.question().type(),
                RecordsSeen.own(answer).stream().map(Resource::data).toList());
    }
}
