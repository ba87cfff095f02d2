package cutover.build.jenkins;

import groovy.lang.Closure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The options of a pipeline or a stage, as far as they decide what happens. */
record Options(List<Section.Said> all) {

    private static final Set<String> KNOWN =
            Set.of("timeout", "disableConcurrentBuilds", "lock", "buildDiscarder", "logRotator");

    static Options read(PipelineScript script, Closure<?> block) {
        return new Options(Section.all(script, "options", KNOWN, block));
    }

    static Options none() {
        return new Options(List.of());
    }

    boolean has(String option) {
        return all.stream().anyMatch(one -> one.name().equals(option));
    }

    /** Runs something under them. */
    void around(Server server, Runnable work) {
        List<Runnable> undoing = new ArrayList<>();
        try {
            for (Section.Said option : all) {
                begin(server, option, undoing);
            }
            work.run();
        } finally {
            undoing.forEach(Runnable::run);
        }
    }

    private static void begin(Server server, Section.Said option, List<Runnable> undoing) {
        if (option.name().equals("timeout")) {
            server.begin(time(option));
            undoing.add(server::end);
        } else if (option.name().equals("lock")) {
            server.lock(option.text("resource"));
            undoing.add(() -> server.unlock(option.text("resource")));
        }
    }

    private static Duration time(Section.Said option) {
        long time = Long.parseLong(option.text("time"));
        switch (option.text("unit")) {
            case "HOURS":
                return Duration.ofHours(time);
            case "MINUTES":
                return Duration.ofMinutes(time);
            default:
                throw new Broken("a timeout without a unit that is known: " + option);
        }
    }
}
