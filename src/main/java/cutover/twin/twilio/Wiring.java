package cutover.twin.twilio;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How the account's numbers point at the application, rightly and with each fault. */
final class Wiring {

    /** The faults that are a matter of wiring. */
    static final Set<Fault> FAULTS = Set.of(
            Fault.TWILIO_STILL_OLD,
            Fault.TWILIO_OTHER_NUMBER_STILL_OLD,
            Fault.TWILIO_FALLBACK_STILL_OLD,
            Fault.TWILIO_STATUS_STILL_OLD,
            Fault.TWILIO_TRAILING_SLASH,
            Fault.TWILIO_METHOD_GET,
            Fault.TWILIO_PLAIN_HTTP,
            Fault.TWILIO_APPLICATION_OVERRIDES);

    private static final String PATH = "/phone/handle-incoming-call";
    private static final String QUERY = "?source=twilio&line=voicemail";

    private final String voicemail;
    private final String second;
    private final String caller;
    private final String application;
    private final Instant since;

    Wiring(Book book) {
        voicemail = book.sid("PN");
        second = book.sid("PN");
        caller = book.sid("PN");
        application = book.sid("AP");
        since = book.now();
    }

    void apply(Book book, Side users, Predicate<Fault> on) {
        Site site = new Site(users, on);
        List<TwimlApplication> shared =
                on.test(Fault.TWILIO_APPLICATION_OVERRIDES) ? List.of(overriding(site)) : List.of();
        book.wire(List.of(caller(), second(site), voicemail(site)), shared);
    }

    /** Where the users are and where not. */
    private record Site(Side users, Predicate<Fault> on) {

        String host() {
            return users == Side.NEW ? Hosts.NEW : Hosts.OLD;
        }

        String other() {
            return users == Side.NEW ? Hosts.OLD : Hosts.NEW;
        }

        String host(Fault stillOther) {
            return on.test(stillOther) ? other() : host();
        }

        Hook only(Fault stillOther) {
            return on.test(stillOther) ? Hook.post("https://" + other() + PATH + QUERY) : Hook.NONE;
        }
    }

    private PhoneNumber voicemail(Site site) {
        String scheme = site.on().test(Fault.TWILIO_PLAIN_HTTP) ? "http://" : "https://";
        String slash = site.on().test(Fault.TWILIO_TRAILING_SLASH) ? "/" : "";
        String method = site.on().test(Fault.TWILIO_METHOD_GET) ? "GET" : "POST";
        return number(
                voicemail,
                Twilio.VOICEMAIL,
                "Voicemail",
                new Hook(scheme + site.host(Fault.TWILIO_STILL_OLD) + PATH + slash + QUERY, method),
                site.only(Fault.TWILIO_FALLBACK_STILL_OLD),
                site.only(Fault.TWILIO_STATUS_STILL_OLD),
                site.on().test(Fault.TWILIO_APPLICATION_OVERRIDES) ? application : "");
    }

    private PhoneNumber second(Site site) {
        Hook voice = Hook.post("https://" + site.host(Fault.TWILIO_OTHER_NUMBER_STILL_OLD) + PATH);
        return number(second, Twilio.SECOND, "Second line", voice, Hook.NONE, Hook.NONE, "");
    }

    private PhoneNumber caller() {
        return number(caller, Twilio.CALLER, "Test calls", Hook.NONE, Hook.NONE, Hook.NONE, "");
    }

    private PhoneNumber number(
            String sid, String number, String name, Hook voice, Hook fallback, Hook status, String shared) {
        return new PhoneNumber(sid, number, name, voice, fallback, status, shared, since, since);
    }

    private TwimlApplication overriding(Site site) {
        Hook voice = Hook.post("https://" + site.other() + PATH + QUERY);
        return new TwimlApplication(application, "Voicemail", voice, Hook.NONE, Hook.NONE, since);
    }
}
