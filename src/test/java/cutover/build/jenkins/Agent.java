package cutover.build.jenkins;

import groovy.lang.Closure;
import java.util.Set;

/** Where stages run: on a machine with a label, or on none of their own. */
record Agent(boolean isOne) {

    /** What {@code agent none} says. */
    static final String NONE = "none";

    static Agent read(PipelineScript script, Section section) {
        if (!section.has("agent") || NONE.equals(section.only("agent"))) {
            return new Agent(false);
        }
        Section agent = Section.read(script, "agent", Set.of("label", "node"), section.block("agent"));
        Section node = agent.has("node") ? node(script, agent.block("node")) : agent;
        if (node.value("label").toString().isBlank()) {
            throw new Broken("the agent has no label");
        }
        return new Agent(true);
    }

    void around(Steps steps, Runnable work) {
        if (isOne) {
            steps.onAgent(work);
        } else {
            work.run();
        }
    }

    private static Section node(PipelineScript script, Closure<?> block) {
        Section node = Section.read(script, "node", Set.of("label", "customWorkspace"), block);
        if (node.has("customWorkspace")
                && node.value("customWorkspace").toString().isBlank()) {
            throw new Broken("the workspace has no name");
        }
        return node;
    }
}
