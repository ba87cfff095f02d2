package cutover.build.jenkins;

import groovy.lang.Closure;
import java.time.Duration;
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

    /** Runs something under them, if none of them leaves it out. */
    void around(Server server, Build build, Runnable work) {
        around(server, build, all, work);
    }

    private static void around(Server server, Build build, List<Section.Said> options, Runnable work) {
        if (options.isEmpty()) {
            work.run();
            return;
        }
        Section.Said first = options.get(0);
        Runnable inside = () -> around(server, build, options.subList(1, options.size()), work);
        if (first.name().equals("timeout")) {
            inTime(server, time(first), inside);
        } else if (first.name().equals("lock")) {
            new Lock(server, build, Call.described("lock", first.named())).around(inside);
        } else {
            inside.run();
        }
    }

    private static void inTime(Server server, Duration time, Runnable work) {
        server.begin(time);
        try {
            work.run();
        } finally {
            server.end();
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
