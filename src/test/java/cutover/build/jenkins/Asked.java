package cutover.build.jenkins;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A question to people, with at most one list of choices. */
record Asked(Server server, Build build, Call call) {

    /** What {@code input} returns: with the name of who answered a map, else the choice, else nothing. */
    Object answered() {
        build.says(call.text("message"));
        Answer answer = server.nextAnswer();
        switch (answer.how()) {
            case NEVER:
                server.waitForEver();
                return null;
            case ABORTS:
                throw new Ended(Ending.ABORTED, "Rejected by " + answer.by());
            default:
                return value(answer);
        }
    }

    private Object value(Answer answer) {
        Map<String, Object> values = new TreeMap<>();
        for (Object parameter : parameters()) {
            Call choice = (Call) parameter;
            if (!((List<?>) choice.arguments().get("choices")).contains(answer.choice())) {
                throw new Broken("\"" + answer.choice() + "\" is not offered: " + choice.arguments());
            }
            values.put(choice.text("name"), answer.choice());
        }
        if (!call.text("submitterParameter").isEmpty()) {
            values.put(call.text("submitterParameter"), answer.by());
        }
        return values.size() > 1 ? values : values.values().stream().findFirst().orElse(null);
    }

    private List<?> parameters() {
        return (List<?>) call.arguments().getOrDefault("parameters", List.of());
    }
}
