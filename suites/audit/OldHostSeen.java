package audit;

import cutover.environment.Audit;
import cutover.finding.Finding;
import java.util.List;
import java.util.Set;

/**
 * What the log of the site that was left tells.
 *
 * @param errors causes of errors
 * @param days its traffic, in pieces as long as the time that is audited; none where there is nothing to compare with
 * @param place of the log; empty where there is none
 * @param why there is nothing, or not enough, to compare with; empty where all of it was read
 */
record OldHostSeen(Set<String> errors, List<OldDay> days, String place, String why) {

    static OldHostSeen nothing(String why) {
        return new OldHostSeen(Set.of(), List.of(), "", why);
    }

    /**
     * No reason to wait: the budget holds without it.
     *
     * @param of what there is too little of
     * @param most there is on any day
     */
    Finding notCompared(String host, String what, String of, int most, Audit audit) {
        return Finding.met(host + " was not compared with the old host in " + what + ": "
                + (why.isEmpty()
                        ? "the log there tells of at most " + most + " " + of + " in as long a time, and less than "
                                + audit.leastCompared() + " prove no difference"
                        : why));
    }
}
