package cutover.twin.aws;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Incoming;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics service. */
final class MonitoringApi {

    private static final Pattern OPERATION = Pattern.compile("/service/GraniteServiceVersion20100801/operation/(\\w+)");

    private final Signatures signatures;
    private final Faults faults;
    private final AlarmsApi alarms;
    private final NumbersApi numbers;

    MonitoringApi(Signatures signatures, Faults faults) {
        this.signatures = signatures;
        this.faults = faults;
        this.alarms = new AlarmsApi(faults);
        this.numbers = new NumbersApi(faults);
    }

    WebResponse answer(Incoming request) {
        Matcher operation = OPERATION.matcher(request.path());
        Optional<Flaw> flaw = signatures.flaw(request, "monitoring");
        if (flaw.isPresent()) {
            return CborAnswer.error(403, flaw.get().inXml(), flaw.get().message());
        }
        if (!operation.matches()
                || !request.header("Smithy-Protocol").orElse("").equals("rpc-v2-cbor")) {
            return CborAnswer.error(404, "UnknownOperationException", "no such operation");
        }
        if (faults.on(Side.NEW, Fault.ACCOUNT_REFUSES)) {
            return CborAnswer.error(403, "AccessDenied", AccountApis.denied("cloudwatch:" + operation.group(1)));
        }
        try {
            return answer(operation.group(1), request);
        } catch (IOException e) {
            return CborAnswer.error(400, "SerializationException", "the body is not CBOR");
        }
    }

    private WebResponse answer(String operation, Incoming request) throws IOException {
        return switch (operation) {
            case "DescribeAlarms" -> CborAnswer.of(alarms.describe(CborAnswer.read(request.body())));
            case "GetMetricData" -> CborAnswer.of(numbers.data(CborAnswer.read(request.body())));
            default -> CborAnswer.error(404, "UnknownOperationException", operation);
        };
    }
}
