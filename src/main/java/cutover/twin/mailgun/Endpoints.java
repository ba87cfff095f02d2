package cutover.twin.mailgun;

import cutover.twin.clockwork.Ids;
import cutover.twin.front.Incoming;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The paths of the API in one region; the first one that fits counts. */
final class Endpoints {

    private static final String NAME = "([^/]+)";

    private final Region region;
    private final List<Endpoint> endpoints = new ArrayList<>();

    private record Endpoint(String method, Pattern path, Function<Call, WebResponse> handler) {}

    Endpoints(Region region, Dispatch dispatch, TestCall test, Clock clock, Ids ids) {
        this.region = region;
        domains(new DomainsApi(region));
        webhooks(new WebhooksApi(), test);
        routes(new RoutesApi(region.routes(), clock, ids));
        StoredApi stored = new StoredApi();
        of("GET", "/v3/domains/" + NAME + "/messages/" + NAME, stored::get);
        of("DELETE", "/v3/domains/" + NAME + "/messages/" + NAME, stored::delete);
        mail(new MessagesApi(dispatch, clock, ids), new EventsApi(clock));
        bounces(new BouncesApi());
    }

    WebResponse answer(Incoming request) {
        String path = request.path();
        List<Endpoint> fitting = endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .toList();
        if (fitting.isEmpty()) {
            return Answers.message(404, "Not Found");
        }
        return fitting.stream()
                .filter(endpoint -> endpoint.method().equals(request.method()))
                .findFirst()
                .map(endpoint -> answered(endpoint, request))
                .orElseGet(() -> Answers.message(405, "Method Not Allowed"));
    }

    private void domains(DomainsApi api) {
        for (String version : List.of("/v3", "/v4")) {
            on("GET", version + "/domains", api::list);
            of("GET", version + "/domains/" + NAME, (domain, call) -> api.get(domain));
        }
    }

    private void webhooks(WebhooksApi api, TestCall test) {
        String all = "/domains/" + NAME + "/webhooks";
        on("GET", "/v1/webhooks", call -> api.ofAccount());
        of("GET", "/v3" + all, (domain, call) -> api.list(domain));
        of("POST", "/v3" + all, api::create);
        of("GET", "/v3" + all + "/" + NAME, api::get);
        of("PUT", "/v3" + all + "/" + NAME, api::update);
        of("DELETE", "/v3" + all + "/" + NAME, api::delete);
        of("PUT", "/v3" + all + "/" + NAME + "/test", test::place);
        of("POST", "/v4" + all, api::createForUrl);
        of("PUT", "/v4" + all, api::updateForUrl);
        of("DELETE", "/v4" + all, api::deleteForUrl);
    }

    private void routes(RoutesApi api) {
        on("GET", "/v3/routes", api::list);
        on("POST", "/v3/routes", api::create);
        on("GET", "/v3/routes/" + NAME, api::get);
        on("PUT", "/v3/routes/" + NAME, api::update);
        on("DELETE", "/v3/routes/" + NAME, api::delete);
    }

    private void mail(MessagesApi messages, EventsApi events) {
        of("POST", "/v3/" + NAME + "/messages", messages::send);
        of("GET", "/v3/" + NAME + "/events", events::first);
        of("GET", "/v3/" + NAME + "/events/" + NAME, events::page);
    }

    private void bounces(BouncesApi api) {
        of("GET", "/v3/" + NAME + "/bounces", api::list);
        of("DELETE", "/v3/" + NAME + "/bounces", (domain, call) -> api.deleteAll(domain));
        of("GET", "/v3/" + NAME + "/bounces/" + NAME, api::get);
        of("DELETE", "/v3/" + NAME + "/bounces/" + NAME, api::delete);
    }

    private void on(String method, String path, Function<Call, WebResponse> handler) {
        endpoints.add(new Endpoint(method, Pattern.compile(path), handler));
    }

    /** A path whose first placeholder is the domain. */
    private void of(String method, String path, BiFunction<Domain, Call, WebResponse> handler) {
        on(
                method,
                path,
                call -> region.find(call.name(0))
                        .map(domain -> handler.apply(domain, call))
                        .orElseGet(() -> Answers.noSuchDomain(call.name(0))));
    }

    private static WebResponse answered(Endpoint endpoint, Incoming request) {
        Matcher path = endpoint.path().matcher(request.path());
        try {
            return endpoint.handler().apply(Call.of(request, path.matches() ? names(path.toMatchResult()) : List.of()));
        } catch (IllegalArgumentException refused) {
            return Answers.message(400, refused.getMessage());
        }
    }

    private static List<String> names(MatchResult path) {
        return IntStream.rangeClosed(1, path.groupCount()).mapToObj(path::group).toList();
    }
}
