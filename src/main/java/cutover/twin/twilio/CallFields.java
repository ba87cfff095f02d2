package cutover.twin.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a webhook is told about a call. */
final class CallFields {

    private CallFields() {}

    /** @param application sid of the application whose address is called; empty for none */
    static Form of(String account, Call call, String application) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(List.of(
                Map.entry("AccountSid", account),
                Map.entry("ApiVersion", "2010-04-01"),
                Map.entry("CallSid", call.sid()),
                Map.entry("CallStatus", call.status().word()),
                Map.entry("Called", call.to()),
                Map.entry("Caller", call.from()),
                Map.entry("Direction", call.direction()),
                Map.entry("From", call.from()),
                Map.entry("To", call.to())));
        List.of("Called", "Caller", "From", "To").forEach(party -> fields.addAll(whereabouts(party)));
        if (!application.isEmpty()) {
            fields.add(Map.entry("ApplicationSid", application));
        }
        return new Form(fields);
    }

    /** Where the vendor believes a number to be; all numbers of the account are San Francisco's. */
    private static List<Map.Entry<String, String>> whereabouts(String party) {
        return List.of(
                Map.entry(party + "City", "SAN FRANCISCO"),
                Map.entry(party + "State", "CA"),
                Map.entry(party + "Zip", "94103"),
                Map.entry(party + "Country", "US"));
    }
}
