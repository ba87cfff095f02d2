package cutover.junit;

import cutover.environment.Environment;
import cutover.environment.Phone;
import cutover.environment.Site;
import cutover.provider.Told;
import cutover.provider.twilio.PhoneNumber;
import cutover.provider.twilio.TwilioAccount;
import cutover.provider.twilio.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where Twilio sends the calls to the application's numbers. */
final class PhoneLever extends SideLever {

    private final List<Phone.Line> lines;
    private final TwilioAccount account;

    PhoneLever(Environment environment, Phone phone, TwilioAccount account) {
        super("phone", environment);
        this.lines = phone.numbers();
        this.account = account;
    }

    @Override
    List<String> seen() {
        Told<List<PhoneNumber>> told = account.numbers();
        return told.value()
                .map(numbers -> lines.stream()
                        .map(line ->
                                number(numbers, line).map(PhoneNumber::voiceUrl).orElse("no number " + line.number()))
                        .toList())
                .orElseGet(() -> List.of(told.trouble()));
    }

    @Override
    List<String> at(Site site) {
        return lines.stream().map(line -> site.at(line.voice()).toString()).toList();
    }

    @Override
    String point(Site to) {
        Told<List<PhoneNumber>> told = account.numbers();
        return told.value()
                .map(numbers -> lines.stream()
                        .flatMap(line -> number(numbers, line).stream().map(number -> point(number, line, to)))
                        .collect(Collectors.joining("; ")))
                .orElseGet(told::trouble);
    }

    private String point(PhoneNumber number, Phone.Line line, Site to) {
        Told<PhoneNumber> told = account.pointAt(
                number.sid(),
                Map.of(
                        Wire.VOICE_URL, to.at(line.voice()).toString(),
                        Wire.VOICE_FALLBACK_URL, address(to, line.fallback()),
                        Wire.STATUS_CALLBACK, address(to, line.status())));
        return told.value()
                .map(done -> done.number() + " calls " + done.voiceUrl())
                .orElseGet(told::trouble);
    }

    private static Optional<PhoneNumber> number(List<PhoneNumber> numbers, Phone.Line line) {
        return numbers.stream()
                .filter(number -> number.number().equals(line.number()))
                .findFirst();
    }

    private static String address(Site to, Optional<String> path) {
        return path.map(there -> to.at(there).toString()).orElse("");
    }
}
