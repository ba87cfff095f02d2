package cutover.twin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The event service's list of rules; pages are short, so that whoever reads only the first is found out. A rule that was
 * switched by hand stays so, whatever else is or breaks, until {@link #asGiven()}.
 */
final class RulesApi {

    /** What the deploy puts before a rule's own name, and how long both may be together. */
    private static final String LAMBDA = "intake-production";

    private static final int LONGEST = 63;
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:";
    private static final int PER_PAGE = 2;

    private final Account account;
    private final Faults faults;
    private final Map<String, Boolean> switched = new ConcurrentHashMap<>();

    RulesApi(Account account, Faults faults) {
        this.account = account;
        this.faults = faults;
    }

    WebResponse answer(String operation, JsonNode request) {
        return switch (operation) {
            case "ListRules" -> AwsAnswer.json(rules(request));
            case "ListTargetsByRule" -> targets(request);
            case "EnableRule" -> switched(request, true);
            case "DisableRule" -> switched(request, false);
            default -> AwsAnswer.error(400, "UnknownOperationException", operation);
        };
    }

    /** Forgets what was switched by hand. */
    void asGiven() {
        switched.clear();
    }

    /** The answer has no body, as the vendor's has none. */
    private WebResponse switched(JsonNode request, boolean on) {
        String name = request.path("Name").asText();
        if (!isRule(name)) {
            return missing(name);
        }
        switched.put(name, on);
        return WebResponse.text(200, AwsAnswer.JSON_1_1, "");
    }

    private boolean isRule(String name) {
        return all().stream().anyMatch(rule -> rule.name().equals(name));
    }

    private static WebResponse missing(String name) {
        return AwsAnswer.error(
                400, "ResourceNotFoundException", "Rule " + name + " does not exist on EventBus default.");
    }

    private ObjectNode rules(JsonNode request) {
        List<Rule> wanted = all().stream()
                .filter(rule ->
                        rule.name().startsWith(request.path("NamePrefix").asText()))
                .toList();
        int from = request.path("NextToken").asInt(0);
        int to = Math.min(from + PER_PAGE, wanted.size());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode page = answer.putArray("Rules");
        wanted.subList(from, to)
                .forEach(rule -> page.addObject()
                        .put("Name", rule.name())
                        .put("State", switched.getOrDefault(rule.name(), rule.on()) ? "ENABLED" : "DISABLED")
                        .put("ScheduleExpression", rule.schedule())
                        .put("EventBusName", "default"));
        if (to < wanted.size()) {
            answer.put("NextToken", Integer.toString(to));
        }
        return answer;
    }

    private WebResponse targets(JsonNode request) {
        String name = request.path("Rule").asText();
        if (!isRule(name)) {
            return missing(name);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode targets = answer.putArray("Targets");
        boolean work = name.contains("followups");
        if (!work || !on(Fault.RULE_WITHOUT_TARGET)) {
            boolean elsewhere = work && on(Fault.RULE_STARTS_OTHER_FUNCTION);
            targets.addObject()
                    .put("Id", "1")
                    .put("Arn", FUNCTION + (elsewhere ? "intake-staging" : LambdaApi.FUNCTION));
        }
        return AwsAnswer.json(answer);
    }

    private List<Rule> all() {
        boolean here = account.scheduledHere() ? !on(Fault.TASKS_ON_NEITHER_SIDE) : on(Fault.TASKS_ON_BOTH_SIDES);
        List<Rule> rules = new ArrayList<>();
        // it keeps the function warm, whoever runs the work
        rules.add(new Rule(named("zappa-keep-warm-handler.keep_warm_callback"), "rate(4 minutes)", true));
        rules.add(new Rule(named("zappa_scheduled_tasks.debug_task"), "rate(1 hour)", here));
        if (!on(Fault.RULE_MISSING)) {
            rules.add(new Rule(
                    named("zappa_scheduled_tasks.send_unopened_apps_notification"), "cron(0 16 * * ? *)", here));
        }
        rules.add(new Rule(
                named("zappa_scheduled_tasks.send_followups"),
                on(Fault.RULE_AT_OTHER_TIME) ? "cron(0 9 ? * MON-FRI *)" : "cron(0 17 ? * MON-FRI *)",
                here && !on(Fault.RULE_DISABLED)));
        rules.add(new Rule("intake-staging-zappa_scheduled_tasks.send_followups", "cron(0 17 ? * MON-FRI *)", true));
        return rules;
    }

    /** The deploy cuts its own part of a name that would be too long. */
    private static String named(String name) {
        return LAMBDA.substring(0, Math.min(LAMBDA.length(), LONGEST - name.length())) + "-" + name;
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }

    private record Rule(String name, String schedule, boolean on) {}
}
