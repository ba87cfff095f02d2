package webhooks;

import common.Arrivals;
import cutover.environment.MailboxPlace;
import cutover.environment.Phone;
import cutover.environment.VoicemailHook;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.patience.Patience;
import cutover.patience.Wait;
import cutover.provider.Told;
import cutover.provider.twilio.Alert;
import cutover.provider.twilio.Call;
import cutover.provider.twilio.CallOrder;
import cutover.provider.twilio.Recording;
import cutover.provider.twilio.TwilioAccount;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A real call to the voicemail number, placed through Twilio, followed to its end and removed afterwards. */
final class RealCall {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Workbench bench;
    private final Findings findings;
    private final VoicemailHook hook;
    private final Phone phone;
    private final TwilioAccount twilio;
    private final List<String> left = new ArrayList<>();

    RealCall(Workbench bench, VoicemailHook hook, Phone phone) {
        this.bench = bench;
        this.findings = bench.findings();
        this.hook = hook;
        this.phone = phone;
        this.twilio = bench.vendors().twilio().orElseThrow();
    }

    void placed() {
        if (phone.calls() < 1 || phone.caller().isEmpty()) {
            findings.add(
                    Finding.met("judged by signed posts only: config/environments allows no real call (phone.calls,"
                            + " phone.caller)"));
            return;
        }
        String caller = phone.caller().get();
        Instant start = bench.clock().instant();
        findings.progress("placing one real call from " + caller + " to " + phone.voicemail() + "; it costs money");
        Told<Call> placed = twilio.place(new CallOrder(caller, phone.voicemail(), twiml(), LONGEST));
        if (placed.value().isEmpty()) {
            notAsked("place a call", placed.trouble());
            return;
        }
        Call call = placed.value().get();
        findings.add(Finding.met("one real call was placed from " + caller + " to " + phone.voicemail()
                + ", which costs money; config/environments allows " + phone.calls() + " in a run"));
        try {
            followed(call, start);
        } finally {
            leaveNothing(call, start);
        }
    }

    private String twiml() {
        return "<Response><Pause length=\"8\"/><Say>This is a test call of Cutover, run " + bench.run()
                + ". Please ignore it.</Say><Pause length=\"2\"/><Hangup/></Response>";
    }

    private void followed(Call call, Instant start) {
        Patience patience = Patience.atMost(bench.environment().deadlines().call());
        Wait<Told<Call>> wait = patience.waitFor(
                "the end of the call " + call.sid(),
                () -> twilio.call(call.sid()),
                told -> told.fold(Call::ended, refused -> true, unavailable -> false));
        Told<Call> last = wait.last().orElseThrow();
        if (last.value().isEmpty()) {
            notAsked("tell how the call goes", last.trouble());
            return;
        }
        Call seen = last.value().get();
        if (!seen.ended()) {
            findings.add(Finding.unknown("the test call " + seen.sid() + " does not end")
                    .expected("an end within " + Durations.told(wait.atMost()))
                    .because("it is still " + seen.status())
                    .lookAt("Twilio's console, Call logs, " + seen.sid())
                    .toDo("the suite ends it now; look at Twilio's status page, then run L16 again"));
            return;
        }
        findings.expect(
                seen.status().equals("completed"),
                "the call from " + seen.from() + " to " + seen.to() + " went through in "
                        + seen.duration().map(Durations::told).orElse("an unknown time"),
                Finding.unmet("the test call to " + phone.voicemail() + " ended " + seen.status())
                        .expected("completed")
                        .butWas(seen.status())
                        .lookAt("Twilio's console, Call logs, " + seen.sid())
                        .toDo(
                                "call the number from a telephone; if it is busy there too, look at the number in Twilio's"
                                        + " console: it is not sent to any address"));
        if (!seen.failed()) {
            arrived(seen, start);
        }
    }

    /** The other leg: what Twilio did when the number was called. */
    private void arrived(Call outbound, Instant start) {
        Told<List<Call>> legs = twilio.calls(outbound.from(), outbound.to(), start.minusSeconds(60));
        if (legs.value().isEmpty()) {
            notAsked("list the calls to " + phone.voicemail(), legs.trouble());
            return;
        }
        List<Call> inbound = legs.value().get().stream()
                .filter(leg -> leg.direction().equals("inbound"))
                .toList();
        if (inbound.size() != 1) {
            findings.add(Finding.unmet("the call reached " + phone.voicemail() + " " + inbound.size() + " times")
                    .expected("one incoming call from " + outbound.from())
                    .butWas(inbound.size() + " incoming calls")
                    .lookAt("Twilio's console, Call logs, " + outbound.sid())
                    .toDo("look whether the number lies in this account, and whether another run is calling now"));
            return;
        }
        Call leg = inbound.get(0);
        left.add(leg.sid());
        noAlerts(List.of(leg.sid(), outbound.sid()), start);
        new Requests(bench, start)
                .logged("Twilio", phone.voicemailLine().voice().split("\\?", 2)[0], 200, 1);
        recorded(leg, start);
    }

    private void noAlerts(List<String> legs, Instant start) {
        Patience.atMost(bench.environment().deadlines().settle())
                .waitFor("Twilio's debugger", () -> "", never -> false);
        Told<List<Alert>> told =
                twilio.alerts(start.minusSeconds(60), bench.clock().instant().plusSeconds(60));
        if (told.value().isEmpty()) {
            notAsked("tell its errors", told.trouble());
            return;
        }
        List<Alert> ours = told.value().get().stream()
                .filter(alert -> legs.contains(alert.resource()))
                .toList();
        findings.expect(
                ours.isEmpty(),
                "Twilio's debugger has nothing about the call",
                Finding.unmet("Twilio's debugger has an error about the test call"
                                + (ours.isEmpty() ? "" : ": " + told(ours.get(0))))
                        .expected("no alert")
                        .butWas(ours.stream()
                                .map(alert -> told(alert) + ", at "
                                        + alert.requestUrl().split("\\?", 2)[0])
                                .collect(Collectors.joining("\n")))
                        .lookAt(ours.isEmpty() ? "" : ours.get(0).more())
                        .lookAt("Twilio's console, Monitor, Errors")
                        .toDo("the code's page says what Twilio met at our address: 11200 a status that is not 2xx,"
                                + " 1123x our certificate, 12100 our TwiML, 12300 its content type"));
    }

    /** The text of an alert is a query string; message and status are what a person can use. */
    private static String told(Alert alert) {
        String message = part(alert.text(), "Msg");
        String status = part(alert.text(), "httpResponse");
        return alert.code() + " " + (message.isEmpty() ? alert.text() : message)
                + (status.isEmpty() ? "" : ", status " + status);
    }

    private static String part(String text, String name) {
        String raw = Arrays.stream(text.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("");
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return raw;
        }
    }

    private void recorded(Call leg, Instant start) {
        Patience patience = Patience.atMost(bench.environment().deadlines().mail());
        Wait<Told<List<Recording>>> wait = patience.waitFor(
                "the recording of " + leg.sid(),
                () -> twilio.recordings(leg.sid()),
                told -> told.fold(found -> !found.isEmpty(), refused -> true, unavailable -> false));
        Told<List<Recording>> last = wait.last().orElseThrow();
        if (last.value().isEmpty()) {
            notAsked("list the recordings", last.trouble());
            return;
        }
        Optional<Recording> recording = last.value().get().stream().findFirst();
        if (recording.isEmpty()) {
            findings.add(Finding.unmet("the test call to " + phone.voicemail() + " was not recorded")
                    .expected("one recording within " + Durations.told(wait.atMost()))
                    .butWas("none")
                    .lookAt("Twilio's console, Call logs, " + leg.sid())
                    .toDo("look where the number leads (step L14) and what the debugger says: the call did not reach"
                            + " <Record>"));
            return;
        }
        mailed(recording.get().sid(), start);
    }

    private void mailed(String recording, Instant start) {
        MailboxPlace place = bench.environment().mailboxes().get(hook.mailbox());
        new Arrivals(bench, hook.mailbox(), start)
                .awaited("the mail about the real call", List.of(recording), Arrivals.holds(recording))
                .ifPresent(mails -> new VoicemailMail(bench, hook, place.address())
                        .judged(mails, recording, phone.caller().orElseThrow(), start));
    }

    /** Ends the call if it has not ended, and removes it with its recordings. */
    private void leaveNothing(Call call, Instant start) {
        twilio.end(call.sid());
        twilio.calls(call.from(), call.to(), start.minusSeconds(60))
                .value()
                .ifPresent(legs -> legs.forEach(leg -> left.add(leg.sid())));
        left.add(call.sid());
        left.stream().distinct().forEach(this::removed);
    }

    private void removed(String call) {
        twilio.recordings(call)
                .value()
                .ifPresent(found -> found.forEach(recording ->
                        stays("the recording " + recording.sid(), twilio.deleteRecording(recording.sid()))));
        stays("the call " + call, twilio.deleteCall(call));
    }

    private void stays(String what, Told<Boolean> deleted) {
        if (deleted.value().isEmpty()) {
            findings.progress(what + " stays at Twilio: " + deleted.trouble());
        }
    }

    private void notAsked(String what, String why) {
        findings.add(Finding.unknown("Twilio could not be asked to " + what)
                .expected("an answer of its API")
                .because(why)
                .lookAt("config/environments, phone")
                .toDo("mend our access; meanwhile call " + phone.voicemail()
                        + " from a telephone and look for the mail"));
    }
}
