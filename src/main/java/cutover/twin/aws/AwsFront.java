package cutover.twin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import cutover.twin.log.LambdaLog;
import cutover.twin.log.LogGroup;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vendor's two APIs at one address: each request is signed, and each signature is looked at. */
public final class AwsFront implements Front {

    private static final String LOGS = "Logs_20140328.";
    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

    private final Faults faults;
    private final Ids ids;
    private final Signatures signatures;
    private final LogsApi logs;
    private final LambdaApi lambda;
    private final ObjectMapper mapper = new ObjectMapper();

    /** @param commands the management commands that the function knows */
    public AwsFront(
            AwsKey key,
            Map<String, Command> commands,
            LambdaLog log,
            LogGroup group,
            Faults faults,
            Clock clock,
            Ids ids) {
        this.faults = faults;
        this.ids = ids;
        this.signatures = new Signatures(() -> List.of(key), clock);
        this.logs = new LogsApi(group, clock);
        this.lambda = new LambdaApi(commands, log);
    }

    @Override
    public Reply answer(Incoming request) {
        WebResponse response = route(request);
        boolean named =
                response.headers().stream().anyMatch(header -> header.getKey().equalsIgnoreCase("x-amzn-RequestId"));
        return Reply.now(named ? response : response.with("x-amzn-RequestId", ids.uuid()));
    }

    private WebResponse route(Incoming request) {
        Matcher invoke = INVOKE.matcher(request.path());
        String target = request.header("X-Amz-Target").orElse("");
        if (request.method().equals("POST") && invoke.matches()) {
            return signed(request, "lambda", 403, () -> invoke(invoke.group(1), request));
        }
        if (request.method().equals("POST") && target.startsWith(LOGS)) {
            return signed(request, "logs", 400, () -> logs(target.substring(LOGS.length()), request));
        }
        return AwsAnswer.error(404, "UnknownOperationException", "no such operation");
    }

    private WebResponse signed(Incoming request, String service, int status, Supplier<WebResponse> answer) {
        Optional<WebResponse> refusal = signatures.refusal(request, service, status);
        return refusal.orElseGet(answer);
    }

    private WebResponse invoke(String function, Incoming request) {
        if (faults.on(Side.NEW, Fault.TASK_API_REFUSES)) {
            return AwsAnswer.error(
                    403,
                    "AccessDeniedException",
                    "User: arn:aws:iam::123456789012:user/cutover is not authorized to perform:"
                            + " lambda:InvokeFunction on resource: " + function);
        }
        return lambda.invoke(function, request);
    }

    private WebResponse logs(String operation, Incoming request) {
        if (faults.on(Side.NEW, Fault.LOG_API_REFUSES)) {
            return AwsAnswer.error(
                    400,
                    "AccessDeniedException",
                    "User: arn:aws:iam::123456789012:user/cutover is not authorized to perform: logs:" + operation);
        }
        if (faults.on(Side.NEW, Fault.LOG_API_THROTTLES)) {
            return AwsAnswer.error(400, "ThrottlingException", "Rate exceeded");
        }
        try {
            return logs(operation, mapper.readTree(request.body()));
        } catch (IOException e) {
            return AwsAnswer.error(400, "SerializationException", "the body is not JSON");
        }
    }

    private WebResponse logs(String operation, JsonNode body) {
        return switch (operation) {
            case "FilterLogEvents" -> logs.filterLogEvents(body);
            case "DescribeLogGroups" -> logs.describeLogGroups(body);
            case "DescribeLogStreams" -> logs.describeLogStreams(body);
            case "DescribeMetricFilters" -> logs.describeMetricFilters(body, faults.on(Side.NEW, Fault.FILTER_LOST));
            default -> AwsAnswer.error(400, "UnknownOperationException", operation);
        };
    }
}
