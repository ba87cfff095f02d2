package frontdoor;

import common.Lasting;
import cutover.environment.front.RecordSet;
import cutover.probe.dns.Answered;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** For how long people are led where they were before, once the records that move are changed back. */
final class LongestTold {

    private final ZoneDesk desk;

    LongestTold(ZoneDesk desk) {
        this.desk = desk;
    }

    void tell(Map<Question, List<Answered>> answers) {
        List<Answered> moving = answers.entrySet().stream()
                .filter(each -> moves(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .toList();
        Set<String> servers =
                moving.stream().map(answer -> answer.server().name()).collect(Collectors.toCollection(TreeSet::new));
        Optional<Long> longest = moving.stream()
                .flatMap(answer -> RecordsSeen.own(answer).stream())
                .map(Resource::ttl)
                .max(Long::compare);
        longest.ifPresent(seconds -> desk.bench().wayBack(told(seconds, servers)));
    }

    private boolean moves(Question question) {
        return desk.zone().records().stream()
                .filter(RecordSet::moves)
                .anyMatch(set -> set.type().equals(question.type())
                        && set.fullName(desk.name()).equals(question.name()));
    }

    private WayBack told(long seconds, Set<String> servers) {
        String witness = desk.name() + " at " + String.join(", ", servers);
        String time = seconds < 120 ? "" : " (" + Lasting.told(Duration.ofSeconds(seconds)) + ")";
        return seconds == 0
                ? WayBack.possible(Subject.NAMES, witness)
                : WayBack.atACost(
                        Subject.NAMES,
                        seconds + " s" + time + ": the longest TTL anybody was told for records that move",
                        witness);
    }
}
