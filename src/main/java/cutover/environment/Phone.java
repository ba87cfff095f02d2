package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An account at Twilio, with every number whose wiring is known. Numbers are in E.164. */
public record Phone(
        @Doc("sid of the account; AC and 32 hexadecimal digits")
        String account,

        @Doc("NAME of the secret that is the account's auth token; asks Twilio, and signs what Twilio would send")
        Secret authToken,

        @Doc("another address of the API; leave it out for Twilio")
        Optional<URI> endpoint,

        @Doc("each number with where it must lead; a number that is not named here must not lead to any of the sites")
        List<Line> numbers,

        @Doc("the number of the voicemail; one of the numbers")
        String voicemail,

        @Doc("number of ours that places the test call; leave it out to place none")
        Optional<String> caller,

        @Doc("most real calls of one run; each costs money") @Default("0")
        int calls) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    public Phone {
        numbers = List.copyOf(numbers);
        demand("voicemail", voicemail);
        caller.ifPresent(number -> demand("caller", number));
        if (numbers.stream().noneMatch(line -> line.number().equals(voicemail))) {
            throw new IllegalArgumentException("voicemail " + voicemail + " is none of the numbers");
        }
        if (calls < 0) {
            throw new IllegalArgumentException("calls is 0 or more, got " + calls);
        }
    }

    /** The number of the voicemail, with where it leads. */
    public Line voicemailLine() {
        return numbers.stream()
                .filter(line -> line.number().equals(voicemail))
                .findFirst()
                .orElseThrow();
    }

    private static void demand(String key, String number) {
        if (!E164.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    key + " is a number in E.164, for instance +14155550100, got '" + number + "'");
        }
    }

    /** Where one number must lead, on the host where the users are in the phase. */
    public record Line(
            @Doc("the number, in E.164") String number,

            @Doc("path, and query if there is one, that an incoming call must be sent to")
            String voice,

            @Doc("the same for the fallback; leave it out where none may be set")
            Optional<String> fallback,

            @Doc("the same for the status callback; leave it out where none may be set")
            Optional<String> status) {

        public Line {
            demand("number", number);
        }
    }
}
