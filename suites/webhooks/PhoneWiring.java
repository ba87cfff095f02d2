package webhooks;

import cutover.environment.Phone;
import cutover.finding.Finding;
import cutover.provider.twilio.PhoneNumber;
import cutover.provider.twilio.TwilioAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the numbers of an account at Twilio lead. */
final class PhoneWiring {

    private static final String KEY = "phone";
    private static final String CONSOLE = "Twilio's console, Phone Numbers, ";

    private final Wiring wiring;
    private final Phone phone;
    private final TwilioAccount twilio;

    PhoneWiring(Wiring wiring, Phone phone, TwilioAccount twilio) {
        this.wiring = wiring;
        this.phone = phone;
        this.twilio = twilio;
    }

    void judged() {
        wiring.findings().progress("asking Twilio where its numbers lead");
        wiring.answered(twilio.numbers(), "Twilio", KEY).ifPresent(numbers -> {
            wiring.keep("numbers at Twilio", told(numbers));
            phone.numbers().forEach(line -> named(line, numbers));
            numbers.stream()
                    .filter(number -> phone.numbers().stream()
                            .noneMatch(line -> line.number().equals(number.number())))
                    .forEach(this::unnamed);
        });
    }

    private void named(Phone.Line line, List<PhoneNumber> numbers) {
        Optional<PhoneNumber> found = numbers.stream()
                .filter(number -> number.number().equals(line.number()))
                .findFirst();
        if (found.isEmpty()) {
            wiring.findings()
                    .add(Finding.unmet("the account at Twilio has no number " + line.number())
                            .expected(line.number() + " among its numbers")
                            .butWas(numbers.stream().map(PhoneNumber::number).collect(Collectors.joining(", ")))
                            .lookAt(CONSOLE + line.number())
                            .toDo("look whether the number was released or lies in another account"));
            return;
        }
        PhoneNumber number = found.get();
        String who = "Twilio " + line.number();
        String where = CONSOLE + line.number();
        if (number.voiceApplication().isEmpty()) {
            wiring.compared(who, "calls", number.voiceUrl(), line.voice(), where);
            method(who, number.voiceMethod(), where);
        } else {
            application(who, number.voiceApplication(), line, where);
        }
        other(who, "falls back to", number.voiceFallbackUrl(), line.fallback(), where);
        other(who, "reports to", number.statusCallback(), line.status(), where);
        leftovers(who, number, where);
    }

    /** Its URL wins over the number's. */
    private void application(String who, String sid, Phone.Line line, String where) {
        wiring.answered(twilio.application(sid), "Twilio", KEY).ifPresent(application -> {
            String by = who + " (by the TwiML application " + application.name() + ", which wins over its URL)";
            wiring.compared(by, "calls", application.voiceUrl(), line.voice(), where);
            method(by, application.voiceMethod(), where);
        });
    }

    private void method(String who, String method, String where) {
        wiring.findings()
                .expect(
                        method.equals("POST"),
                        who + " calls by POST",
                        Finding.unmet(who + " calls by " + method)
                                .expected("POST")
                                .butWas(method)
                                .lookAt(where)
                                .toDo("set the method to HTTP POST: the application refuses every other"));
    }

    private void other(String who, String verb, String seen, Optional<String> path, String where) {
        if (path.isPresent()) {
            wiring.compared(who, verb, seen, path.get(), where);
        } else {
            wiring.unset(who, verb, seen, where);
        }
    }

    private void unnamed(PhoneNumber number) {
        String who = "Twilio " + number.number() + " (not named in the environment)";
        String where = CONSOLE + number.number();
        wiring.noLeftover(who, "calls", number.voiceUrl(), where);
        wiring.noLeftover(who, "falls back to", number.voiceFallbackUrl(), where);
        wiring.noLeftover(who, "reports to", number.statusCallback(), where);
        leftovers(who, number, where);
    }

    private void leftovers(String who, PhoneNumber number, String where) {
        wiring.noLeftover(who, "sends texts to", number.smsUrl(), where);
        wiring.noLeftover(who, "sends texts, when that fails, to", number.smsFallbackUrl(), where);
    }

    private static String told(List<PhoneNumber> numbers) {
        return numbers.stream()
                .map(number -> String.join(
                        "\n  ",
                        number.number() + " " + number.name(),
                        "voice " + number.voiceMethod() + " " + number.voiceUrl(),
                        "fallback " + number.voiceFallbackUrl(),
                        "status " + number.statusCallback(),
                        "application " + number.voiceApplication(),
                        "texts " + number.smsUrl() + " " + number.smsFallbackUrl()))
                .collect(Collectors.joining("\n"));
    }
}
