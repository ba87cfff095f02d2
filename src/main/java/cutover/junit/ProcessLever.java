package cutover.junit;

import cutover.drill.Lever;
import cutover.provider.Told;
import cutover.provider.heroku.HerokuApp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Processes of the old application at its platform: one of each type, or none.
 *
 * @param types of the processes that are switched together
 */
record ProcessLever(String name, HerokuApp app, List<String> types) implements Lever {

    @Override
    public List<String> positions() {
        return List.of("on", "off");
    }

    @Override
    public String position() {
        Told<Map<String, Integer>> told = app.formation();
        return told.value().map(this::position).orElseGet(told::trouble);
    }

    private String position(Map<String, Integer> formation) {
        long on = types.stream()
                .filter(type -> formation.getOrDefault(type, 0) > 0)
                .count();
        if (on == types.size()) {
            return "on";
        }
        return on == 0 ? "off" : "neither: " + formation;
    }

    @Override
    public String pull(String position) {
        int wanted = position.equals("on") ? 1 : 0;
        return types.stream()
                .map(type -> {
                    Told<Integer> told = app.scale(type, wanted);
                    return type + ": " + told.value().map(String::valueOf).orElseGet(told::trouble);
                })
                .collect(Collectors.joining(", "));
    }
}
