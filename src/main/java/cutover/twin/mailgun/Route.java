package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What is done with inbound mail.
 *
 * @param priority the smallest number comes first
 */
record Route(String id, int priority, String description, String expression, List<String> actions, Instant created) {

    /** @throws IllegalArgumentException when expression or actions are not in the vendor's language */
    Route {
        RouteExpression.parse(expression);
        actions = List.copyOf(actions);
        actions.forEach(RouteAction::parse);
    }

    RouteExpression filter() {
        return RouteExpression.parse(expression);
    }

    List<RouteAction> steps() {
        return actions.stream().map(RouteAction::parse).toList();
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("priority", priority)
                .put("description", description)
                .put("expression", expression);
        ArrayNode list = node.putArray("actions");
        actions.forEach(list::add);
        return node.put("created_at", Answers.date(created));
    }
}
