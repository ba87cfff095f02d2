package cutover.provider.twilio;

import static cutover.provider.twilio.TwilioServer.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.provider.Told;
import cutover.provider.twilio.TwilioServer.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TwilioAccountTest {

    private static final String BASE = "/2010-04-01/Accounts/" + ACCOUNT;
    private static final CallOrder ORDER =
            new CallOrder("+14155550100", "+14155550199", "<Response><Hangup/></Response>", Duration.ofSeconds(90));

    private static String call(String sid, String status) {
        return call(sid, status, "null", "null", "null");
    }

    private static String call(String sid, String status, String start, String end, String duration) {
        return """
                {"sid":"%s","account_sid":"AC","status":"%s","direction":"outbound-api","from":"+14155550100",
                "to":"+14155550199","date_created":"Fri, 12 Jan 2018 19:59:58 +0000","start_time":%s,"end_time":%s,
                "duration":%s,"price":null,"price_unit":"USD","answered_by":null,"something_new":{"a":1},
                "subresource_uris":{"recordings":"/r"}}""".formatted(sid, status, start, end, duration);
    }

    private static String page(String name, String items, String next) {
        return "{\"uri\":\"/x\",\"page\":0,\"page_size\":1,\"first_page_uri\":\"/x\",\"next_page_uri\":" + next
                + ",\"previous_page_uri\":null,\"" + name + "\":[" + items + "]}";
    }

    private static <T> T value(Told<T> told) {
        return told.value().orElseThrow(() -> new AssertionError(told.trouble()));
    }

    @Test
    void allPagesOfNumbersAreReadEvenAnEmptyOne() throws Exception {
        String number = """
                {"sid":"PN1","phone_number":"+14155550199","friendly_name":"Line","voice_url":"https://a.example/v",
                "voice_method":"POST","voice_fallback_url":"","status_callback":null,"sms_url":"https://a.example/s",
                "voice_application_sid":"AP1","trunk_sid":null,"capabilities":{"voice":true,"fax":false},
                "emergency_status":"Inactive","address_requirements":"none","brand_new":"field"}""";
        String second = BASE + "/IncomingPhoneNumbers.json?Page=1";
        String third = BASE + "/IncomingPhoneNumbers.json?Page=2";
        try (TwilioServer server = new TwilioServer(asked -> Answer.of(
                        200,
                        asked.target().equals(second)
                                ? page("incoming_phone_numbers", "", "\"" + third + "\"")
                                : asked.target().equals(third)
                                        ? page("incoming_phone_numbers", number.replace("PN1", "PN2"), "null")
                                        : page("incoming_phone_numbers", number, "\"" + second + "\"")));
                TwilioAccount account = server.account()) {
            List<PhoneNumber> numbers = value(account.numbers());

            assertThat(numbers).extracting(PhoneNumber::sid).containsExactly("PN1", "PN2");
            assertThat(numbers.get(0))
                    .isEqualTo(new PhoneNumber(
                            "PN1",
                            "+14155550199",
                            "Line",
                            "https://a.example/v",
                            "POST",
                            "",
                            "",
                            "https://a.example/s",
                            "",
                            "AP1",
                            ""));
            assertThat(server.lines())
                    .containsExactly(
                            "GET " + BASE + "/IncomingPhoneNumbers.json?PageSize=1000",
                            "GET " + second,
                            "GET " + third);
            assertThat(server.asked()).allSatisfy(asked -> {
                assertThat(asked.host()).isEqualTo("api.twilio.com");
                assertThat(asked.authorization()).startsWith("Basic ");
            });
        }
    }

    @Test
    void pagesWithoutEndAreNotReadForEver() throws Exception {
        try (TwilioServer server = TwilioServer.always(
                        200, page("incoming_phone_numbers", "", "\"" + BASE + "/IncomingPhoneNumbers.json?Page=1\""));
                TwilioAccount account = server.account()) {
            assertThat(account.numbers().trouble()).isEqualTo("Twilio lists more than 50 pages");
        }
    }

    @Test
    void anApplicationIsReadWithEmptyTextsForWhatIsNotSet() throws Exception {
        try (TwilioServer server = TwilioServer.always(
                        200,
                        "{\"sid\":\"AP1\",\"friendly_name\":\"App\",\"voice_url\":\"https://a.example/v\","
                                + "\"voice_method\":\"GET\",\"voice_fallback_url\":null,\"status_callback\":\"\"}");
                TwilioAccount account = server.account()) {
            assertThat(value(account.application("AP1")))
                    .isEqualTo(new VoiceApplication("AP1", "App", "https://a.example/v", "GET", "", ""));
            assertThat(server.lines()).containsExactly("GET " + BASE + "/Applications/AP1.json");
        }
    }

    @Test
    void aCallIsPlacedWithItsTwimlAndLimit() throws Exception {
        try (TwilioServer server = TwilioServer.always(201, call("CA1", "queued"));
                TwilioAccount account = server.account()) {
            Call placed = value(account.place(ORDER));

            assertThat(placed)
                    .isEqualTo(new Call(
                            "CA1",
                            "queued",
                            "outbound-api",
                            "+14155550100",
                            "+14155550199",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            assertThat(server.lines()).containsExactly("POST " + BASE + "/Calls.json");
            assertThat(server.asked().get(0).body().split("&"))
                    .containsExactlyInAnyOrder(
                            "To=%2B14155550199",
                            "From=%2B14155550100",
                            "Twiml=%3CResponse%3E%3CHangup%2F%3E%3C%2FResponse%3E",
                            "TimeLimit=90");
        }
    }

    @Test
    void datesKeepTheirZoneAndSecondsBecomeDurations() throws Exception {
        String told = call(
                "CA1",
                "completed",
                "\"Fri, 12 Jan 2018 12:00:00 -0800\"",
                "\"Fri, 12 Jan 2018 20:00:15 +0000\"",
                "\"15\"");
        try (TwilioServer server = TwilioServer.always(200, told);
                TwilioAccount account = server.account()) {
            Call call = value(account.call("CA1"));

            assertThat(call.start()).contains(Instant.parse("2018-01-12T20:00:00Z"));
            assertThat(call.end()).contains(Instant.parse("2018-01-12T20:00:15Z"));
            assertThat(call.duration()).contains(Duration.ofSeconds(15));
            assertThat(call.ended()).isTrue();
            assertThat(call.failed()).isFalse();
        }
    }

    @Test
    void callsOfEarlierAreLeftOutAlsoWhenTwilioListsThem() throws Exception {
        String earlier = call("CA0", "completed", "\"Fri, 12 Jan 2018 19:59:59 +0000\"", "null", "null");
        String now = call("CA1", "ringing", "\"Fri, 12 Jan 2018 20:00:00 +0000\"", "null", "null");
        try (TwilioServer server = TwilioServer.always(200, page("calls", earlier + "," + now, "null"));
                TwilioAccount account = server.account()) {
            assertThat(value(account.calls("+14155550100", "+14155550199", Instant.parse("2018-01-12T20:00:00.7Z"))))
                    .extracting(Call::sid)
                    .containsExactly("CA1");
            assertThat(server.asked()
                            .get(0)
                            .target()
                            .substring((BASE + "/Calls.json?").length())
                            .split("&"))
                    .containsExactlyInAnyOrder(
                            "To=%2B14155550199",
                            "From=%2B14155550100", "StartTime%3E=2018-01-12T20%3A00%3A00", "PageSize=1000");
        }
    }

    @Test
    void emptyNumbersAskForAllCalls() throws Exception {
        try (TwilioServer server = TwilioServer.always(200, page("calls", "", "null"));
                TwilioAccount account = server.account()) {
            assertThat(value(account.calls("", "", Instant.EPOCH))).isEmpty();
            assertThat(server.asked().get(0).target()).doesNotContain("From=", "To=");
        }
    }

    @Test
    void aCallThatRingsIsCalledOff() throws Exception {
        assertThat(ended("ringing", "canceled")).containsExactly("GET", "Status=canceled");
        assertThat(ended("queued", "canceled")).containsExactly("GET", "Status=canceled");
    }

    @Test
    void aCallThatIsTalkedOnIsHungUp() throws Exception {
        assertThat(ended("in-progress", "completed")).containsExactly("GET", "Status=completed");
    }

    @Test
    void aCallThatIsTakenWhileItIsCalledOffIsHungUp() throws Exception {
        assertThat(ended("ringing", "in-progress")).containsExactly("GET", "Status=canceled", "Status=completed");
    }

    @Test
    void aCallThatHasEndedIsLeftAlone() throws Exception {
        for (String status : List.of("completed", "busy", "failed", "no-answer", "canceled")) {
            assertThat(ended(status, "unexpected")).containsExactly("GET");
        }
    }

    /** What is sent to end a call; the answer to an update says {@code then}. */
    private static List<String> ended(String status, String then) throws Exception {
        try (TwilioServer server = new TwilioServer(asked ->
                        Answer.of(200, call("CA1", asked.method().equals("GET") ? status : then)));
                TwilioAccount account = server.account()) {
            assertThat(value(account.end("CA1")).sid()).isEqualTo("CA1");
            return server.asked().stream()
                    .map(asked -> asked.method().equals("GET") ? "GET" : asked.body())
                    .toList();
        }
    }

    @Test
    void aCallThatEndsJustBeforeItIsHungUpIsNoTrouble() throws Exception {
        try (TwilioServer server = endsUnderOurHands("completed");
                TwilioAccount account = server.account()) {
            assertThat(value(account.end("CA1")).status()).isEqualTo("completed");
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void aCallThatCannotBeEndedIsToldWithTwiliosReason() throws Exception {
        try (TwilioServer server = endsUnderOurHands("in-progress");
                TwilioAccount account = server.account()) {
            assertThat(account.end("CA1").trouble())
                    .isEqualTo("it refuses our call with 400 21220: Call is not in-progress");
        }
    }

    /** In progress at first; an update is refused, and then it stands as told. */
    private static TwilioServer endsUnderOurHands(String then) throws Exception {
        AtomicInteger gets = new AtomicInteger();
        return new TwilioServer(asked -> asked.method().equals("POST")
                ? Answer.of(400, "{\"code\":21220,\"message\":\"Call is not in-progress\",\"status\":400}")
                : Answer.of(200, call("CA1", gets.incrementAndGet() == 1 ? "in-progress" : then)));
    }

    @Test
    void allPagesOfAlertsAreReadFromTheMonitor() throws Exception {
        String alert = """
                {"sid":"NO1","account_sid":"AC","resource_sid":"CA1","error_code":"11200","log_level":"error",
                "alert_text":"Msg&ErrorCode=11200","date_generated":"2018-01-12T20:00:01Z",
                "date_created":"2018-01-12T20:00:02Z","request_url":"https://a.example/v","request_method":"POST",
                "more_info":"https://www.twilio.com/docs/errors/11200","service_sid":null,"request_variables":null}""";
        String meta =
                "],\"meta\":{\"key\":\"alerts\",\"page\":0,\"page_size\":1,\"url\":\"https://monitor.twilio.com/x\","
                        + "\"first_page_url\":\"https://monitor.twilio.com/x\",\"previous_page_url\":null,\"next_page_url\":";
        String next = "/v1/Alerts?Page=1&PageToken=PA1";
        try (TwilioServer server = new TwilioServer(asked -> Answer.of(
                        200,
                        "{\"alerts\":[" + alert + meta
                                + (asked.target().equals(next) ? "null" : "\"https://monitor.twilio.com" + next + "\"")
                                + "}}"));
                TwilioAccount account = server.account()) {
            List<Alert> alerts =
                    value(account.alerts(Instant.parse("2018-01-12T20:00:00Z"), Instant.parse("2018-01-12T21:00:00Z")));

            assertThat(alerts)
                    .hasSize(2)
                    .contains(new Alert(
                            "NO1",
                            "CA1",
                            "11200",
                            "error",
                            "Msg&ErrorCode=11200",
                            Instant.parse("2018-01-12T20:00:01Z"),
                            "https://a.example/v",
                            "https://www.twilio.com/docs/errors/11200"));
            assertThat(server.asked()).extracting(TwilioServer.Asked::host).containsOnly("monitor.twilio.com");
            assertThat(server.asked().get(0).target())
                    .startsWith("/v1/Alerts?")
                    .contains("StartDate=2018-01-12T20%3A00%3A00")
                    .contains("EndDate=2018-01-12T21%3A00%3A00");
        }
    }

    @Test
    void aRecordingThatTwilioStillWorksOnHasNoDuration() throws Exception {
        String recordings = "{\"sid\":\"RE1\",\"call_sid\":\"CA1\",\"duration\":\"7\",\"status\":\"completed\"},"
                + "{\"sid\":\"RE2\",\"call_sid\":\"CA1\",\"duration\":\"-1\",\"status\":\"processing\"},"
                + "{\"sid\":\"RE3\",\"call_sid\":\"CA1\",\"duration\":null}";
        try (TwilioServer server = TwilioServer.always(200, page("recordings", recordings, "null"));
                TwilioAccount account = server.account()) {
            assertThat(value(account.recordings("CA1")))
                    .containsExactly(
                            new Recording("RE1", "CA1", Optional.of(Duration.ofSeconds(7))),
                            new Recording("RE2", "CA1", Optional.empty()),
                            new Recording("RE3", "CA1", Optional.empty()));
            assertThat(server.asked().get(0).target()).contains("CallSid=CA1");
        }
    }

    @Test
    void deletingIsDoneAlsoWhenNothingWasThere() throws Exception {
        try (TwilioServer there = TwilioServer.always(204, "");
                TwilioServer gone = TwilioServer.always(404, "{\"code\":20404,\"message\":\"not found\"}");
                TwilioAccount one = there.account();
                TwilioAccount other = gone.account()) {
            assertThat(value(one.deleteRecording("RE1"))).isTrue();
            assertThat(value(one.deleteCall("CA1"))).isTrue();
            assertThat(there.lines())
                    .containsExactly("DELETE " + BASE + "/Recordings/RE1.json", "DELETE " + BASE + "/Calls/CA1.json");
            assertThat(value(other.deleteRecording("RE1"))).isTrue();
            assertThat(value(other.deleteCall("CA1"))).isTrue();
        }
    }

    @Test
    void onlyTheEndsOfACallAreEnds() {
        for (String status : List.of("queued", "initiated", "ringing", "in-progress")) {
            assertThat(of(status).ended()).isFalse();
            assertThat(of(status).failed()).isFalse();
        }
        for (String status : List.of("busy", "failed", "no-answer", "canceled")) {
            assertThat(of(status).ended()).isTrue();
            assertThat(of(status).failed()).isTrue();
        }
    }

    private static Call of(String status) {
        return new Call("CA1", status, "inbound", "", "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
