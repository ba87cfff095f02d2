package cutover.build.jenkins;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A step as its plugin documents it.
 *
 * @param plugin id of the plugin that has it, or {@link #CORE}
 * @param only name of the parameter that a single argument without name is; empty if there is none
 * @param required parameters without which it can't be called
 * @param optional the other ones that this model knows
 * @param block whether it has a block
 */
record KnownStep(String name, String plugin, String only, Set<String> required, Set<String> optional, boolean block) {

    /** Every Jenkins has it. */
    static final String CORE = "core";

    private static final Set<String> IN_A_WORKSPACE = Set.of(
            "sh",
            "dir",
            "deleteDir",
            "fileExists",
            "readJSON",
            "writeJSON",
            "archiveArtifacts",
            "junit",
            "publishHTML");

    private static final Map<String, KnownStep> ALL = Arrays.stream(new KnownStep[] {
                step("echo", "workflow-basic-steps", "message", "message", ""),
                step("error", "workflow-basic-steps", "message", "message", ""),
                step("unstable", "workflow-basic-steps", "message", "message", ""),
                step("fileExists", "workflow-basic-steps", "file", "file", ""),
                step("deleteDir", "workflow-basic-steps", "", "", ""),
                step("archiveArtifacts", CORE, "", "artifacts", "allowEmptyArchive fingerprint"),
                wrapper("dir", "workflow-basic-steps", "path", "path", ""),
                wrapper("withEnv", "workflow-basic-steps", "overrides", "overrides", ""),
                wrapper("catchError", "workflow-basic-steps", "", "", "buildResult stageResult"),
                step("sh", "workflow-durable-task-step", "script", "script", "returnStatus label"),
                step(
                        "input",
                        "pipeline-input-step",
                        "message",
                        "message",
                        "ok submitter submitterParameter parameters"),
                wrapper("withCredentials", "credentials-binding", "bindings", "bindings", ""),
                step("readJSON", "pipeline-utility-steps", "", "file", "returnPojo"),
                step("writeJSON", "pipeline-utility-steps", "", "file json", ""),
                wrapper("lock", "lockable-resources", "", "resource", "skipIfLocked"),
                step("junit", "junit", "", "testResults", "allowEmptyResults skipMarkingBuildUnstable"),
                step("publishHTML", "htmlpublisher", "", "target", ""),
                // descriptions that are arguments of other steps
                step("string", "credentials-binding", "", "credentialsId variable", ""),
                step("file", "credentials-binding", "", "credentialsId variable", ""),
                step("choice", CORE, "", "name choices", "description")
            })
            .collect(Collectors.toUnmodifiableMap(KnownStep::name, Function.identity()));

    /** @throws Broken as Jenkins says it for a step that no plugin has */
    static KnownStep named(String name) {
        KnownStep known = ALL.get(name);
        if (known == null) {
            throw new Broken("No such DSL method '" + name + "' found among steps " + new TreeSet<>(ALL.keySet()));
        }
        return known;
    }

    /** @throws Broken when a parameter is missing or unknown */
    void takes(Set<String> given) {
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(given);
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(required);
        unknown.removeAll(optional);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new Broken(name + ": missing parameters " + missing + ", unknown parameters " + unknown);
        }
    }

    /** Whether it works in a workspace, and so on an agent only. */
    boolean needsAgent() {
        return IN_A_WORKSPACE.contains(name);
    }

    private static KnownStep step(String name, String plugin, String only, String required, String optional) {
        return new KnownStep(name, plugin, only, words(required), words(optional), false);
    }

    private static KnownStep wrapper(String name, String plugin, String only, String required, String optional) {
        return new KnownStep(name, plugin, only, words(required), words(optional), true);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
