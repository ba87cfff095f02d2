package cutover.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The design's table of layers, as data: which package may use which. */
final class Layers {

    static final String ROOT = "cutover.";

    /** Package below {@link #ROOT} → packages that it may use besides itself. */
    static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("finding", Set.of()),
            Map.entry("patience", Set.of()),
            Map.entry("config", Set.of()),
            // expectations flip with the phase, which is the runbook's word
            Map.entry("environment", Set.of("config", "runbook")),
            Map.entry("runbook", Set.of("finding", "config")),
            Map.entry("probe", Set.of("finding", "patience")),
            Map.entry("provider", Set.of("finding", "patience")),
            Map.entry("twin", Set.of("environment")),
            // what became of a drill is reported like what became of a run
            Map.entry("report", Set.of("finding", "runbook", "drill")),
            Map.entry("drill", Set.of("finding", "patience", "config", "runbook")),
            // what the team is told of a run: over HTTP by the probe that also looks, over SMTP by itself
            Map.entry("notice", Set.of("patience", "environment", "runbook", "config", "probe")),
            Map.entry(
                    "junit",
                    Set.of(
                            "finding",
                            "patience",
                            "config",
                            "environment",
                            "runbook",
                            "probe",
                            "provider",
                            "twin",
                            "report",
                            "drill",
                            "notice"))));

    /** Packages whose children are strangers to each other. */
    static final List<String> OF_STRANGERS = List.of("probe", "provider");

    /** What the suites may use. */
    static final Set<String> SUITES_MAY_USE =
            Set.of("junit", "finding", "environment", "probe", "provider", "patience", "runbook", "notice");

    private Layers() {}

    /** The layer of a package name that begins with {@link #ROOT}. */
    static String of(String packageName) {
        String below = packageName.substring(ROOT.length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
