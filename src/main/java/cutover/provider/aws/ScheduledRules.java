package cutover.provider.aws;

import cutover.provider.Told;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Reads rules of EventBridge and what they start, page by page to the end; switches one. */
final class ScheduledRules {

    private ScheduledRules() {}

    static Told<List<ScheduledRule>> of(AwsAccess access, String prefix) {
        return Calls.asked(() -> {
            try (EventBridgeClient client =
                    Calls.reading(EventBridgeClient.builder().httpClient(Calls.http(access)), access)) {
                return rules(client, prefix).stream()
                        .filter(rule -> rule.scheduleExpression() != null)
                        .map(rule -> new ScheduledRule(
                                Calls.text(rule.name()),
                                Calls.text(rule.stateAsString()),
                                rule.scheduleExpression(),
                                targets(client, rule)))
                        .toList();
            }
        });
    }

    static Told<Boolean> switched(AwsAccess access, String name, boolean on) {
        return Calls.asked(() -> {
            try (EventBridgeClient client =
                    Calls.client(EventBridgeClient.builder().httpClient(Calls.http(access)), access, Calls.ONCE)) {
                if (on) {
                    client.enableRule(request -> request.name(name));
                } else {
                    client.disableRule(request -> request.name(name));
                }
                return on;
            }
        });
    }

    private static List<Rule> rules(EventBridgeClient client, String prefix) {
        List<Rule> rules = new ArrayList<>();
        ListRulesRequest request = ListRulesRequest.builder().namePrefix(prefix).build();
        ListRulesResponse page = client.listRules(request);
        rules.addAll(page.rules());
        while (page.nextToken() != null) {
            page = client.listRules(
                    request.toBuilder().nextToken(page.nextToken()).build());
            rules.addAll(page.rules());
        }
        return rules;
    }

    private static List<String> targets(EventBridgeClient client, Rule rule) {
        List<Target> targets = new ArrayList<>();
        ListTargetsByRuleRequest request =
                ListTargetsByRuleRequest.builder().rule(rule.name()).build();
        ListTargetsByRuleResponse page = client.listTargetsByRule(request);
        targets.addAll(page.targets());
        while (page.nextToken() != null) {
            page = client.listTargetsByRule(
                    request.toBuilder().nextToken(page.nextToken()).build());
            targets.addAll(page.targets());
        }
        return targets.stream().map(target -> Calls.text(target.arn())).toList();
    }
}
