package cutover.build.jenkins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groovy.lang.Closure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the steps do, on this server and in this workspace. */
final class Steps implements PipelineScript.Words {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Server server;
    private final Workspace workspace;
    private final Build build;
    private final Deque<Map<String, String>> variables = new ArrayDeque<>();
    private boolean onAgent;
    private final Deque<String> folders = new ArrayDeque<>(List.of(""));

    Steps(Server server, Workspace workspace, Build build, Map<String, String> variables) {
        this.server = server;
        this.workspace = workspace;
        this.build = build;
        this.variables.push(variables);
    }

    @Override
    public Object said(String name, Object[] arguments) {
        if (name.equals("script")) {
            return ((Closure<?>) arguments[0]).call();
        }
        KnownStep step = KnownStep.named(name);
        if (step.needsAgent() && !onAgent) {
            throw new Broken("\"" + name + "\" needs an agent, and here is none");
        }
        Call call = Call.of(step, arguments);
        build.called(name, call.arguments());
        return done(call);
    }

    /** Runs something on an agent. */
    void onAgent(Runnable work) {
        boolean before = onAgent;
        onAgent = true;
        try {
            work.run();
        } finally {
            onAgent = before;
        }
    }

    /** The variables as the steps see them now. */
    Map<String, String> variables() {
        return variables.getFirst();
    }

    private Object done(Call call) {
        switch (call.name()) {
            case "echo":
                build.says(call.text("message"));
                return null;
            case "error":
                throw new Ended(Ending.FAILURE, call.text("message"));
            case "unstable":
                build.says("WARNING: " + call.text("message"));
                build.gets(Ending.UNSTABLE);
                return null;
            case "catchError":
                return caught(call);
            case "dir":
                return inFolder(call);
            case "deleteDir":
                workspace.delete(folders.getFirst());
                return null;
            case "fileExists":
                return workspace.file(in(call.text("file"))).toFile().exists();
            case "withEnv":
                return with(List.copyOf((List<?>) call.arguments().get("overrides")), call.block());
            case "withCredentials":
                return with(bound((List<?>) call.arguments().get("bindings")), call.block());
            case "lock":
                return locked(call);
            case "sh":
                return shell(call);
            case "input":
                return new Asked(server, build, call).answered();
            case "readJSON":
                return json(workspace.read(in(call.text("file"))));
            case "writeJSON":
                workspace.write(in(call.text("file")), json(call.arguments().get("json")));
                return null;
            case "archiveArtifacts":
                build.keeps(workspace.matching(call.text("artifacts")));
                return null;
            case "junit":
                build.counts(workspace.matching(call.text("testResults")));
                return null;
            case "publishHTML":
                return null;
            case "string", "file", "choice":
                return call;
            default:
                throw new Broken("the model does not know how to do " + call.name());
        }
    }

    private Object caught(Call call) {
        try {
            return call.block().call();
        } catch (Ended ended) {
            build.says("ERROR: " + ended.getMessage());
            boolean aborted = ended.how() == Ending.ABORTED;
            build.gets(
                    aborted ? Ending.ABORTED : Ending.valueOf(call.text("buildResult")),
                    aborted ? Ending.ABORTED : Ending.valueOf(call.text("stageResult")));
            return null;
        }
    }

    private Object inFolder(Call call) {
        folders.push(in(call.text("path")));
        try {
            return call.block().call();
        } finally {
            folders.pop();
        }
    }

    private String in(String path) {
        return folders.getFirst().isEmpty() ? path : folders.getFirst() + "/" + path;
    }

    private Object with(List<?> overrides, Closure<?> block) {
        Map<String, String> more = new TreeMap<>(variables());
        for (Object override : overrides) {
            String[] parts = override.toString().split("=", 2);
            more.put(parts[0], parts[1]);
        }
        variables.push(more);
        try {
            return block.call();
        } finally {
            variables.pop();
        }
    }

    private List<String> bound(List<?> bindings) {
        return bindings.stream().map(Call.class::cast).map(this::bound).toList();
    }

    private String bound(Call binding) {
        String id = binding.text("credentialsId");
        String value = server.secret(id)
                .orElseThrow(() -> new Ended(Ending.FAILURE, "Could not find credentials entry with ID '" + id + "'"));
        if (binding.name().equals("string")) {
            return binding.text("variable") + "=" + value;
        }
        workspace.write("../secret-files/" + id, value);
        return binding.text("variable") + "=" + workspace.file("../secret-files/" + id);
    }

    private Object locked(Call call) {
        Object[] returned = new Object[1];
        new Lock(server, build, call).around(() -> returned[0] = call.block().call());
        return returned[0];
    }

    private Object shell(Call call) {
        String script = call.text("script");
        MavenCall maven = script.startsWith("mvn ") ? server.nextCall() : MavenCall.withoutReport(0);
        workspace.prepare(maven);
        Workspace.Ran ran = workspace.shell(script, variables());
        build.says(ran.output());
        server.pass(maven.takes());
        if (Boolean.TRUE.equals(call.arguments().get("returnStatus"))) {
            return ran.exit();
        }
        if (ran.exit() != 0) {
            throw new Ended(Ending.FAILURE, "script returned exit code " + ran.exit());
        }
        return null;
    }

    private static Map<?, ?> json(String text) {
        try {
            return JSON.readValue(text, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new Ended(Ending.FAILURE, "no JSON: " + text);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new Broken("cannot be written as JSON: " + value);
        }
    }
}
