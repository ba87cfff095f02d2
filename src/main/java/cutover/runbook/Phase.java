package cutover.runbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** When in the timeline a run takes place; it decides which steps are judged and what they expect. */
public enum Phase {
    /** Before launch day and on its morning. */
    BEFORE("before the launch"),
    /** The new site on its temporary address, nothing switched yet. */
    UAT("acceptance on the temporary address"),
    /** The real name is served by the new site; webhooks and redirects follow. */
    LIVE("live on the real name"),
    /** The day after: the old home is taken away. */
    DAY2("the day after"),
    /** The old site serves again. */
    ROLLEDBACK("rolled back"),
    /** Every night, unattended. */
    NIGHTLY("every night");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    /** The name as written in files and on the command line, for instance {@code day2}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A heading for people. */
    public String title() {
        return title;
    }

    /**
     * The phase of that name.
     *
     * @throws IllegalArgumentException naming all phases, if there is none of this name
     */
    public static Phase named(String key) {
        return Arrays.stream(values())
                .filter(phase -> phase.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no phase is called \"" + key + "\"; there are: "
                        + Arrays.stream(values()).map(Phase::key).collect(Collectors.joining(", "))));
    }
}
