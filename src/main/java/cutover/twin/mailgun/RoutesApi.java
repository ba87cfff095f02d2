package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.clockwork.Ids;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * What is done with inbound mail (<a
 * href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes">the vendor's page</a>).
 */
final class RoutesApi {

    private static final int PAGE = 100;

    private final Routes routes;
    private final Clock clock;
    private final Ids ids;

    RoutesApi(Routes routes, Clock clock, Ids ids) {
        this.routes = routes;
        this.clock = clock;
        this.ids = ids;
    }

    WebResponse list(Call call) {
        List<Route> all = routes.all();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("total_count", all.size());
        ArrayNode items = answer.putArray("items");
        all.stream()
                .skip(call.query().number("skip", 0))
                .limit(call.query().number("limit", PAGE))
                .forEach(route -> items.add(route.json()));
        return Answers.json(answer);
    }

    WebResponse get(Call call) {
        return found(call, route -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("route", route.json());
            return Answers.json(answer);
        });
    }

    WebResponse create(Call call) {
        Route route = new Route(
                ids.hex(24),
                call.form().number("priority", 0),
                call.form().first("description").orElse(""),
                call.form().need("expression"),
                call.form().all("action"),
                clock.instant());
        routes.create(route);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("message", "Route has been created");
        answer.set("route", route.json());
        return Answers.json(answer);
    }

    /** Only what is sent is changed; the answer is the route without a frame around it, as the vendor has it. */
    WebResponse update(Call call) {
        return found(call, old -> {
            List<String> actions = call.form().all("action");
            Route route = new Route(
                    old.id(),
                    call.form().number("priority", old.priority()),
                    call.form().first("description").orElse(old.description()),
                    call.form().first("expression").orElse(old.expression()),
                    actions.isEmpty() ? old.actions() : actions,
                    old.created());
            routes.update(route);
            return Answers.json(route.json().put("message", "Route has been updated"));
        });
    }

    WebResponse delete(Call call) {
        return found(call, route -> {
            routes.delete(route.id());
            return Answers.json(JsonNodeFactory.instance
                    .objectNode()
                    .put("message", "Route has been deleted")
                    .put("id", route.id()));
        });
    }

    private WebResponse found(Call call, Function<Route, WebResponse> answer) {
        return routes.find(call.name(0)).map(answer).orElseGet(() -> Answers.message(404, "Route not found"));
    }
}
