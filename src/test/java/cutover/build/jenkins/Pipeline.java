package cutover.build.jenkins;

import groovy.lang.Closure;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** Runs stages one after the other, as far as they go well, and what is to be done afterwards in any case. */
final class Pipeline {

    private static final Set<String> STAGE = Set.of("when", "options", "agent", "stages", "steps", "post");
    /** In the order in which Jenkins runs them. */
    private static final List<String> AFTERWARDS = List.of("always", "aborted", "failure", "success", "unstable");

    private final PipelineScript script;
    private final Server server;
    private final Build build;
    private final Steps steps;
    private boolean ended;

    Pipeline(PipelineScript script, Server server, Build build, Steps steps) {
        this.script = script;
        this.server = server;
        this.build = build;
        this.steps = steps;
    }

    void run(Section pipeline) {
        Agent agent = Agent.read(script, pipeline);
        Options options = Options.read(script, pipeline.block("options"));
        steps(() -> options.around(server, build, () -> agent.around(steps, () -> stages(pipeline))));
        // also when an option has left out everything before it
        afterwards(pipeline);
    }

    private void stages(Section parent) {
        Section.all(script, "stages", Set.of("stage"), parent.block("stages"))
                .forEach(stage -> stage(stage.arguments().get(0).toString(), (Closure<?>)
                        stage.arguments().get(1)));
    }

    private void stage(String name, Closure<?> block) {
        Section stage = Section.read(script, "stage " + name, STAGE, block);
        Options options = stage.has("options") ? Options.read(script, stage.block("options")) : Options.none();
        if (ended || !applies(stage)) {
            build.skip(name);
            return;
        }
        build.begin(name);
        Agent agent = Agent.read(script, stage);
        steps(() -> options.around(server, build, () -> agent.around(steps, () -> inside(stage))));
        build.leaveStage();
    }

    /** What it does afterwards is done under its options and on its agent, too. */
    private void inside(Section stage) {
        if (stage.has("stages")) {
            stages(stage);
        } else {
            steps(() -> script.within(steps, stage.block("steps")));
        }
        afterwards(stage);
    }

    /** Without {@code beforeOptions} the stage's locks and timeouts would be taken first. */
    private boolean applies(Section stage) {
        if (!stage.has("when")) {
            return true;
        }
        Section when = Section.read(script, "when", Set.of("beforeOptions", "expression"), stage.block("when"));
        if (stage.has("options") && !Boolean.TRUE.equals(when.value("beforeOptions"))) {
            throw new Broken("the options of a stage that is skipped would hold");
        }
        return DefaultTypeTransformation.castToBoolean(script.within(steps, when.block("expression")));
    }

    private void afterwards(Section section) {
        if (!section.has("post")) {
            return;
        }
        Section post = Section.read(script, "post", Set.copyOf(AFTERWARDS), section.block("post"));
        AFTERWARDS.stream()
                .filter(post::has)
                .filter(condition -> condition.equals("always") || condition.equals(now()))
                .forEach(condition -> steps(() -> script.within(steps, post.block(condition))));
    }

    private String now() {
        return build.ending().name().toLowerCase(java.util.Locale.ROOT);
    }

    private void steps(Runnable work) {
        try {
            work.run();
        } catch (Ended e) {
            build.says("ERROR: " + e.getMessage());
            build.gets(e.how());
            ended = true;
        }
    }
}
