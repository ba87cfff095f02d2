package frontdoor;

import cutover.finding.Finding;
import java.util.Map;
import java.util.Set;

/** Whether each alias leads to something: what is gone there, somebody else may claim, and the name with it. */
final class AliasTargets {

    private final ZoneDesk desk;

    AliasTargets(ZoneDesk desk) {
        this.desk = desk;
    }

    /** @param aliases targets by name */
    void judged(Map<String, Set<String>> aliases) {
        aliases.forEach((name, targets) -> targets.forEach(target -> judge(name, target)));
    }

    private void judge(String name, String target) {
        Lookup lookup = new Lookup(desk.bench().outside());
        Sought four = lookup.of(target, "A");
        Sought sought = four.kind() == Sought.Kind.NOTHING_OF_THE_TYPE ? lookup.of(target, "AAAA") : four;
        desk.findings().add(finding(name, target, sought));
    }

    private static Finding finding(String name, String target, Sought sought) {
        return switch (sought.kind()) {
            case FOUND -> Finding.met(name + " leads to " + target + ", which has an address");
            case UNTOLD ->
                Finding.unknown("whether " + target + ", to which " + name + " leads, is there can't be told")
                        .expected("an address at its end")
                        .because(sought.detail());
            case NO_SUCH_NAME -> dangling(name, target, "does not exist", sought);
            case NOTHING_OF_THE_TYPE -> dangling(name, target, "has no address", sought);
            case NOBODY_ANSWERS -> dangling(name, target, "is answered by no name server", sought);
        };
    }

    private static Finding dangling(String name, String target, String how, Sought sought) {
        return Finding.unmet(name + " leads to " + target + ", which " + how)
                .expected("a target with an address")
                .butWas(sought.name() + ": " + sought.detail())
                .lookAt(name + " CNAME " + target)
                .toDo(
                        "take the record away at once, or set the target up again: whoever claims that target at its platform"
                                + " answers under our name");
    }
}
