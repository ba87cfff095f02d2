package data;

import cutover.environment.cloud.Alarms;
import cutover.environment.cloud.Cloud;
import cutover.junit.Workbench;
import cutover.provider.aws.Alarm;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The alarms that the environment names, and those that there are. */
record AlarmsSeen(Alarms wanted, List<Alarm> all) {

    private static final String PERMISSION = "cloudwatch:DescribeAlarms";

    /** Empty, with a finding added, when they can't be told. */
    static Optional<AlarmsSeen> of(Workbench bench, Asking asking) {
        Optional<Alarms> wanted = bench.environment().cloud().flatMap(Cloud::alarms);
        if (wanted.isEmpty()) {
            asking.notKnown("which alarms there must be", "cloud.alarms", "alarms that tell somebody");
            return Optional.empty();
        }
        bench.findings().progress("asking CloudWatch for its alarms");
        return asking.answered(bench.accounts().aws().orElseThrow().alarms(), "CloudWatch", "its alarms", PERMISSION)
                .map(all -> new AlarmsSeen(wanted.get(), all));
    }

    Optional<Alarm> named(String name) {
        return all.stream().filter(alarm -> alarm.name().equals(name)).findFirst();
    }

    /** Whether it watches exactly what is wanted. */
    static boolean watches(Alarm alarm, Alarms.Alarm wanted) {
        return alarm.namespace().equals(wanted.namespace())
                && alarm.metric().equals(wanted.metric())
                && alarm.dimensions().equals(wanted.dimensions());
    }

    static String told(Alarm alarm) {
        return alarm.name() + ", " + alarm.state() + ", watches " + alarm.namespace() + " " + alarm.metric() + " "
                + new TreeMap<>(alarm.dimensions()) + (alarm.enabled() ? "" : ", actions off");
    }

    static String told(Alarms.Alarm wanted) {
        return wanted.name() + ", which watches " + wanted.namespace() + " " + wanted.metric() + " "
                + new TreeMap<>(wanted.dimensions());
    }

    static String console(String name) {
        return "CloudWatch's console, Alarms, " + name;
    }
}
