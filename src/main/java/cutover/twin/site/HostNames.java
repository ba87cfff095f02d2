package cutover.twin.site;

import cutover.twin.fault.Fault;
import java.util.Locale;
import java.util.Set;

/** The names that the application answers to. */
final class HostNames {

    private final Set<String> allowed;
    private final Switches faults;

    HostNames(Set<String> allowed, Switches faults) {
        this.allowed = allowed;
        this.faults = faults;
    }

    boolean allow(String host) {
        if (faults.on(Fault.HOST_NOT_ALLOWED)) {
            return false;
        }
        String name = Mishaps.nameOf(host).toLowerCase(Locale.ROOT);
        return faults.on(Fault.ANY_HOST_ALLOWED) || allowed.stream().anyMatch(pattern -> fits(name, pattern));
    }

    private static boolean fits(String name, String pattern) {
        return pattern.equals("*")
                || name.equals(pattern)
                || pattern.startsWith(".") && (name.endsWith(pattern) || name.equals(pattern.substring(1)));
    }
}
