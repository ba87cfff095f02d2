package cutover.build.jenkins;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilerConfiguration;

/** Executes one Jenkinsfile. What it does not know of the declarative language is an error. */
final class Jenkins {

    private static final Set<String> PIPELINE =
            Set.of("agent", "parameters", "triggers", "options", "environment", "stages", "post");
    private static final Pattern SCHEDULE = Pattern.compile("(?<cron>[^%]+)%(?<parameters>[^%]+)");

    private final String text;

    Jenkins(String text) {
        this.text = text;
    }

    /** Somebody starts a build, with some parameters. */
    Build build(Server server, Workspace workspace, Map<String, String> given) {
        Build build = new Build();
        Map<String, String> env = new TreeMap<>(Map.of(
                "BUILD_URL", "https://jenkins.example.org/job/cutover/7/",
                "BUILD_NUMBER", "7",
                "JOB_NAME", "cutover"));
        build.shown().put("previousBuildInProgress", chained(server.running()));
        Binding binding = new Binding(new LinkedHashMap<>(Map.of(
                "env", env, "currentBuild", build.shown(), "docker", new Docker(build), Agent.NONE, Agent.NONE)));
        PipelineScript script = script(binding);
        script.within((name, arguments) -> {
            Section pipeline = pipeline(script, name, arguments);
            Map<String, String> params =
                    Parameters.read(script, pipeline.block("parameters")).values(given);
            binding.setVariable("params", params);
            env.putAll(params);
            env.putAll(Variables.read(pipeline.block("environment")));
            new Pipeline(script, server, build, new Steps(server, workspace, build, env)).run(pipeline);
            return null;
        });
        return build;
    }

    /** The hour comes for which the pipeline has a trigger. */
    Build atNight(Server server, Workspace workspace) {
        Matcher schedule = SCHEDULE.matcher(schedule());
        if (!schedule.matches() || schedule.group("cron").strip().split(" ").length != 5) {
            throw new Broken("not \"minute hour day month weekday % NAME=value; …\": " + schedule());
        }
        Map<String, String> given = new TreeMap<>();
        for (String parameter : schedule.group("parameters").split(";")) {
            given.put(parameter.split("=")[0].strip(), parameter.split("=")[1].strip());
        }
        return build(server, workspace, given);
    }

    /** The directives of the pipeline; nothing of it is run. */
    <T> T look(BiFunction<PipelineScript, Section, T> look) {
        Binding binding = new Binding();
        binding.setVariable("params", Map.of("ENV", "rehearsal"));
        binding.setVariable(Agent.NONE, Agent.NONE);
        PipelineScript script = script(binding);
        Object[] seen = new Object[1];
        script.within((name, arguments) -> seen[0] = look.apply(script, pipeline(script, name, arguments)));
        @SuppressWarnings("unchecked")
        T found = (T) seen[0];
        return found;
    }

    /** What a build may know of the others: each names the one before it that has not ended; nothing where none is. */
    private static Map<String, Object> chained(List<Server.Running> running) {
        if (running.isEmpty()) {
            return Map.of();
        }
        Server.Running newest = running.get(0);
        return Map.of(
                "number",
                newest.number(),
                "description",
                newest.description(),
                "absoluteUrl",
                "https://jenkins.example.org/job/cutover/" + newest.number() + "/",
                "previousBuildInProgress",
                chained(running.subList(1, running.size())));
    }

    private String schedule() {
        return look((script, pipeline) -> Section.read(
                        script, "triggers", Set.of("parameterizedCron"), pipeline.block("triggers"))
                .value("parameterizedCron")
                .toString());
    }

    private PipelineScript script(Binding binding) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(PipelineScript.class.getName());
        return (PipelineScript) new GroovyShell(Jenkins.class.getClassLoader(), binding, configuration)
                .parse(text, "Jenkinsfile.groovy");
    }

    private static Section pipeline(PipelineScript script, String name, Object... arguments) {
        if (!name.equals("pipeline") || !(arguments[0] instanceof Closure<?> block)) {
            throw new Broken("outside of the pipeline nothing is known, but " + name);
        }
        return Section.read(script, "pipeline", PIPELINE, block);
    }
}
