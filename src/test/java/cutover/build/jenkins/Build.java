package cutover.build.jenkins;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is known of a build afterwards. */
final class Build {

    private Ending ending = Ending.SUCCESS;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Ending> stages = new LinkedHashMap<>();
    private final Map<String, Object> shown = new LinkedHashMap<>();
    private final List<Called> calls = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private final List<String> archived = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();

    /** One call of a step. */
    record Called(String step, Map<String, Object> arguments) {

        String text(String parameter) {
            return String.valueOf(arguments.get(parameter));
        }
    }

    void begin(String name) {
        open.push(name);
        stages.put(name, Ending.SUCCESS);
    }

    void leaveStage() {
        open.pop();
    }

    void skip(String name) {
        stages.put(name, Ending.NOT_BUILT);
    }

    void gets(Ending how) {
        gets(how, how);
    }

    void gets(Ending wholeBuild, Ending thisStage) {
        ending = ending.and(wholeBuild);
        open.forEach(stage -> stages.computeIfPresent(stage, (name, before) -> before.and(thisStage)));
    }

    void called(String step, Map<String, Object> arguments) {
        calls.add(new Called(step, arguments));
    }

    void says(String text) {
        console.add(text);
    }

    void keeps(List<String> files) {
        files.stream().filter(file -> !archived.contains(file)).forEach(archived::add);
    }

    void counts(List<String> files) {
        tests.addAll(files);
    }

    /** The JUnit files that were counted, as often as they were. */
    List<String> tests() {
        return tests;
    }

    Ending ending() {
        return ending;
    }

    /** Stage → how it ended; one that was not run is not built. */
    Map<String, Ending> stages() {
        return stages;
    }

    /** What {@code currentBuild} holds. */
    Map<String, Object> shown() {
        return shown;
    }

    String description() {
        return String.valueOf(shown.get("description"));
    }

    Stream<Called> calls(String step) {
        return calls.stream().filter(call -> call.step().equals(step));
    }

    /** Names of the steps that were called, descriptions of parameters and credentials among them. */
    Stream<String> steps() {
        return calls.stream().map(Called::step).filter(step -> !step.contains("."));
    }

    String console() {
        return String.join("\n", console);
    }

    List<String> archived() {
        return archived;
    }

    /** All text that steps were given or wrote, wherever it then stands. */
    String everything() {
        return console() + "\n" + calls + "\n" + shown;
    }
}
