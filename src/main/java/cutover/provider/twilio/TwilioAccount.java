package cutover.provider.twilio;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.converter.Promoter;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.ApplicationFetcher;
import com.twilio.rest.api.v2010.account.ApplicationUpdater;
import com.twilio.rest.api.v2010.account.Call.UpdateStatus;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.CallDeleter;
import com.twilio.rest.api.v2010.account.CallFetcher;
import com.twilio.rest.api.v2010.account.CallReader;
import com.twilio.rest.api.v2010.account.CallUpdater;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberReader;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import com.twilio.rest.api.v2010.account.RecordingDeleter;
import com.twilio.rest.api.v2010.account.RecordingReader;
import com.twilio.rest.monitor.v1.AlertReader;
import com.twilio.type.Twiml;
import cutover.patience.FanOut;
import cutover.provider.Changes;
import cutover.provider.Told;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks an account of Twilio through Twilio's own SDK. A question may go out twice when Twilio fails; whatever changes
 * something goes out once at most. Every method ends at the {@linkplain TwilioAccess#timeout() timeout}. Safe for use
 * by several threads.
 */
public final class TwilioAccount implements AutoCloseable {

    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 50;
    private static final int GONE = 404;
    private static final Set<String> BEFORE_TALK = Set.of("queued", "initiated", "ringing");

    private final TwilioAccess access;
    private final TwilioHttp http;

    public TwilioAccount(TwilioAccess access) {
        this.access = access;
        this.http = new TwilioHttp(access);
    }

    /** All numbers of the account. */
    public Told<List<PhoneNumber>> numbers() {
        return all(new IncomingPhoneNumberReader(access.account()).pageSize(PAGE), TwilioRecords::number);
    }

    /** One application; refused with 404 when there is none. */
    public Told<VoiceApplication> application(String sid) {
        return ask(client -> TwilioRecords.application(new ApplicationFetcher(access.account(), sid).fetch(client)));
    }

    /**
     * Points a number elsewhere, sent exactly once; refused with 404 when there is no such number.
     *
     * @param sid of the number, {@code PN…}
     * @param wires what changes; an empty text unsets, what is not named stays as it is
     * @return the number as it is wired now
     * @throws IllegalArgumentException when an address is no URI
     */
    @Changes
    public Told<PhoneNumber> pointAt(String sid, Map<Wire, String> wires) {
        IncomingPhoneNumberUpdater updater = Rewiring.number(access.account(), sid, wires);
        return ask(client -> TwilioRecords.changed(updater.update(client)));
    }

    /**
     * Points an application elsewhere, and with it all numbers that share it; else as {@link #pointAt}.
     *
     * @param sid of the application, {@code AP…}
     */
    @Changes
    public Told<VoiceApplication> pointApplicationAt(String sid, Map<Wire, String> wires) {
        ApplicationUpdater updater = Rewiring.application(access.account(), sid, wires);
        return ask(client -> TwilioRecords.application(updater.update(client)));
    }

    /**
     * Places a call; sent exactly once. When the answer stays away it can't be told whether the call was placed: look
     * for it with {@link #calls}.
     */
    public Told<Call> place(CallOrder order) {
        return ask(client -> TwilioRecords.call(new CallCreator(
                        access.account(),
                        Promoter.phoneNumberFromString(order.to()),
                        Promoter.phoneNumberFromString(order.from()),
                        new Twiml(order.twiml()))
                .setTimeLimit(Math.toIntExact(order.timeLimit().toSeconds()))
                .create(client)));
    }

    /** One call as it stands. */
    public Told<Call> call(String sid) {
        return ask(client -> fetch(client, sid));
    }

    /**
     * Calls from one number to another, incoming and outgoing ones.
     *
     * @param from E.164; empty for any
     * @param to E.164; empty for any
     * @param since first second, inclusive; of a call's start, or of its creation before it is dialled
     */
    public Told<List<Call>> calls(String from, String to, Instant since) {
        CallReader reader = new CallReader(access.account());
        if (!from.isEmpty()) {
            reader.setFrom(Promoter.phoneNumberFromString(from));
        }
        if (!to.isEmpty()) {
            reader.setTo(Promoter.phoneNumberFromString(to));
        }
        reader.setStartTimeAfter(utc(since)).pageSize(PAGE);
        // Twilio's manual promises no more than whole days, and a call that nobody has dialled yet has no start
        Instant first = since.truncatedTo(ChronoUnit.SECONDS);
        return all(reader, told -> Map.entry(TwilioRecords.begin(told), TwilioRecords.call(told)))
                .then(calls -> Told.value(calls.stream()
                        .filter(call -> !call.getKey().isBefore(first))
                        .map(Map.Entry::getValue)
                        .toList()));
    }

    /**
     * Ends a call: calls off one that nobody has taken yet, hangs up one that is talked on, leaves one alone that has
     * ended.
     *
     * @return the call as it stood afterwards; Twilio may take a moment to say that it has ended
     */
    public Told<Call> end(String sid) {
        return ask(client -> {
            Call call = fetch(client, sid);
            if (BEFORE_TALK.contains(call.status())) {
                call = update(client, call, UpdateStatus.CANCELED);
            }
            // also when it was taken while it was called off
            return call.status().equals("in-progress") ? update(client, call, UpdateStatus.COMPLETED) : call;
        });
    }

    /** What Twilio complained about between two instants, all pages. */
    public Told<List<Alert>> alerts(Instant from, Instant to) {
        AlertReader reader = new AlertReader();
        reader.setStartDate(utc(from)).setEndDate(utc(to)).pageSize(PAGE);
        return all(reader, TwilioRecords::alert);
    }

    /** Recordings of one call; none is an answer too. */
    public Told<List<Recording>> recordings(String callSid) {
        RecordingReader reader = new RecordingReader(access.account());
        reader.setCallSid(callSid).pageSize(PAGE);
        return all(reader, TwilioRecords::recording);
    }

    /** Deletes a recording; true also when it was gone before. */
    public Told<Boolean> deleteRecording(String sid) {
        return gone(ask(client -> new RecordingDeleter(access.account(), sid).delete(client)));
    }

    /** Deletes the record of a call that has ended; true also when it was gone before. */
    public Told<Boolean> deleteCall(String sid) {
        return gone(ask(client -> new CallDeleter(access.account(), sid).delete(client)));
    }

    private static Told<Boolean> gone(Told<Boolean> told) {
        return told.fold(
                Told::value,
                refused -> refused.status() == GONE
                        ? Told.value(true)
                        : Told.refused(refused.status(), refused.code(), refused.detail()),
                unavailable -> Told.unavailable(unavailable.detail()));
    }

    private Call fetch(TwilioRestClient client, String sid) {
        return TwilioRecords.call(new CallFetcher(access.account(), sid).fetch(client));
    }

    private Call update(TwilioRestClient client, Call call, UpdateStatus status) {
        CallUpdater updater = new CallUpdater(access.account(), call.sid());
        try {
            return TwilioRecords.call(updater.setStatus(status).update(client));
        } catch (TwilioTrouble trouble) {
            // it may have ended on its own meanwhile
            return Optional.of(fetch(client, call.sid())).filter(Call::ended).orElseThrow(() -> trouble);
        }
    }

    private <R extends Resource, T> Told<List<T>> all(Reader<R> reader, Function<R, T> record) {
        return ask(client -> {
            List<T> all = new ArrayList<>();
            Page<R> page = reader.firstPage(client);
            for (int read = 1; read < MOST_PAGES && page.hasNextPage(); read++) {
                page.getRecords().stream().map(record).forEach(all::add);
                page = reader.nextPage(page, client);
            }
            if (page.hasNextPage()) {
                throw TwilioTrouble.unavailable("Twilio lists more than " + MOST_PAGES + " pages");
            }
            page.getRecords().stream().map(record).forEach(all::add);
            return List.copyOf(all);
        });
    }

    private <T> Told<T> ask(Function<TwilioRestClient, T> question) {
        TwilioRestClient client = new TwilioRestClient.Builder(
                        access.account(), access.authToken().get())
                .httpClient(http)
                .build();
        return new FanOut(1, access.timeout())
                .<TwilioRestClient, Told<T>>each(
                        List.of(client),
                        asked -> told(question, asked),
                        (asked, why) -> Told.unavailable("Twilio: " + why))
                .get(0);
    }

    private static <T> Told<T> told(Function<TwilioRestClient, T> question, TwilioRestClient client) {
        try {
            return Told.value(question.apply(client));
        } catch (RuntimeException e) {
            return TwilioAnswers.told(e);
        }
    }

    private static ZonedDateTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        http.close();
    }
}
