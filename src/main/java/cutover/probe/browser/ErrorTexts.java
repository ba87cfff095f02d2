package cutover.probe.browser;

import com.fasterxml.jackson.databind.JsonNode;
import cutover.probe.browser.devtools.DevToolsEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DevTools' several ways of telling an error, as one line each. */
final class ErrorTexts {

    private ErrorTexts() {}

    /** Why a request failed: a {@code net::ERR_…} code where there is one. */
    static String failure(JsonNode params) {
        String code = params.path("errorText").asText();
        String reason = params.path("blockedReason").asText();
        String told = code.isEmpty() ? "blocked" : code;
        return reason.isEmpty() ? told : told + " (" + reason + ")";
    }

    /** The line for an error that belongs on the console; empty for all else. */
    static Optional<String> complaint(DevToolsEvent event) {
        JsonNode params = event.params();
        switch (event.method()) {
            case "Runtime.consoleAPICalled":
                return Optional.of(params)
                        .filter(some -> some.path("type").asText().equals("error"))
                        .map(some -> said(some.path("args")) + source(some.at("/stackTrace/callFrames/0")));
            case "Runtime.exceptionThrown":
                return Optional.of(thrown(params.path("exceptionDetails")));
            case "Log.entryAdded":
                return Optional.of(params.path("entry"))
                        .filter(entry -> entry.path("level").asText().equals("error"))
                        // failed requests are told as resources
                        .filter(entry -> !entry.path("source").asText().equals("network"))
                        .map(entry -> entry.path("text").asText() + source(entry));
            default:
                return Optional.empty();
        }
    }

    private static String said(JsonNode args) {
        List<String> words = new ArrayList<>();
        args.forEach(arg -> words.add(
                arg.has("value")
                        ? arg.path("value").asText()
                        : arg.path("description").asText(arg.path("type").asText())));
        return String.join(" ", words);
    }

    private static String thrown(JsonNode details) {
        String description = details.at("/exception/description")
                .asText(details.at("/exception/value").asText());
        String text = details.path("text").asText("Uncaught");
        String first = description.lines().findFirst().orElse("");
        return (first.isEmpty() ? text : text + " " + first) + source(details);
    }

    private static String source(JsonNode place) {
        String url = place.path("url").asText();
        // DevTools counts lines from 0, people from 1
        return url.isEmpty() ? "" : " (" + url + ":" + (place.path("lineNumber").asInt() + 1) + ")";
    }
}
