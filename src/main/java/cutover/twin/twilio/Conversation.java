package cutover.twin.twilio;

import cutover.twin.clockwork.Later;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One leg of a call that does what the customer's documents say, a step at a time. */
final class Conversation {

    /** So that documents that lead to each other come to an end. */
    private static final int MOST_DOCUMENTS = 20;

    private static final Duration STEP = Duration.ofMillis(15);
    private static final Duration MESSAGE = Duration.ofMillis(60);
    private static final long MESSAGE_SECONDS = 1;
    private static final Set<String> XML = Set.of("text/xml", "application/xml", "text/html");

    private final Book book;
    private final Courier courier;
    private final Later later;
    private final Leg leg;
    private int documents;
    private boolean fellBack;

    /** The leg that talks, and who hears how it goes. */
    interface Leg {

        String call();

        /** Told with each request. */
        String application();

        Hook fallback();

        /** The other side is heard from now on. */
        void answered();

        void over(CallStatus how);
    }

    Conversation(Book book, Courier courier, Later later, Leg leg) {
        this.book = book;
        this.courier = courier;
        this.later = later;
        this.leg = leg;
    }

    /** Asks an address what to do. */
    void ask(Hook hook, Form more) {
        documents++;
        if (documents > MOST_DOCUMENTS) {
            leg.over(CallStatus.COMPLETED);
            return;
        }
        book.calls().find(leg.call()).filter(call -> !call.status().over()).ifPresent(call -> {
            Form fields = CallFields.of(book.account().sid(), call, leg.application());
            courier.call(hook, fields.and(more)).then(this::heed, failed -> fail(failed.trouble()));
        });
    }

    /** Does what a document says that nobody had to be asked for. */
    void follow(byte[] document, Trouble.Sent from) {
        try {
            perform(Twiml.verbs(document), from);
        } catch (Twiml.Unreadable e) {
            fail(Trouble.of(Mishap.NOT_PARSED, from).with(e.getMessage()));
        }
    }

    private void heed(Fetched.Arrived arrived) {
        if (arrived.empty()) {
            hangUp();
        } else if (XML.contains(arrived.type())) {
            read(arrived);
        } else if (arrived.type().startsWith("audio/") || arrived.type().equals("text/plain")) {
            hangUp();
        } else {
            fail(arrived.trouble(Mishap.CONTENT_TYPE));
        }
    }

    private void read(Fetched.Arrived arrived) {
        try {
            perform(Twiml.verbs(arrived.response().body()), arrived.request());
        } catch (Twiml.Unreadable e) {
            fail(arrived.trouble(Mishap.NOT_PARSED).with(e.getMessage()));
        }
    }

    private void perform(List<Twiml.Verb> verbs, Trouble.Sent from) {
        if (!book.live(leg.call())) {
            return;
        }
        if (verbs.isEmpty()) {
            hangUp();
            return;
        }
        Runnable rest = () -> later.in(STEP, () -> perform(verbs.subList(1, verbs.size()), from));
        Twiml.Verb verb = verbs.get(0);
        if (verb.name().equals("Reject")) {
            leg.over(verb.attribute("reason").equals("busy") ? CallStatus.BUSY : CallStatus.NO_ANSWER);
        } else {
            leg.answered();
            act(verb, from, rest);
        }
    }

    private void act(Twiml.Verb verb, Trouble.Sent from, Runnable rest) {
        switch (verb.name()) {
            case "Say", "Pause" -> rest.run();
            case "Play" -> play(Addresses.resolved(from.url(), verb.text()), rest);
            case "Record" -> later.in(MESSAGE, () -> record(verb, from));
            case "Redirect" -> ask(next(verb, from, verb.text()), new Form(List.of()));
            case "Hangup" -> hangUp();
            default -> {
                book.alert(leg.call(), Trouble.of(Mishap.SCHEMA, from).with("Invalid content: " + verb.name()));
                rest.run();
            }
        }
    }

    private void play(String url, Runnable rest) {
        courier.file(url)
                .then(
                        arrived -> {
                            if (arrived.type().startsWith("audio/")) {
                                rest.run();
                            } else {
                                fail(arrived.trouble(Mishap.CONTENT_TYPE));
                            }
                        },
                        failed -> fail(failed.trouble()));
    }

    private void record(Twiml.Verb verb, Trouble.Sent from) {
        if (!book.live(leg.call())) {
            return;
        }
        Recording recording = new Recording(book.sid("RE"), leg.call(), MESSAGE_SECONDS, book.now());
        book.recordings().put(recording.sid(), recording);
        ask(next(verb, from, verb.attribute("action")), fields(recording));
    }

    private Form fields(Recording recording) {
        String url =
                "https://api.twilio.com/2010-04-01/Accounts/" + book.account().sid() + "/Recordings/" + recording.sid();
        return new Form(List.of(
                Map.entry("RecordingUrl", url),
                Map.entry("RecordingSid", recording.sid()),
                Map.entry("RecordingDuration", Long.toString(recording.seconds())),
                Map.entry("Digits", "")));
    }

    /** Where a verb leads: to the document itself when it names no address, by POST when it names no method. */
    private static Hook next(Twiml.Verb verb, Trouble.Sent from, String reference) {
        String url = reference.isBlank() ? from.url() : Addresses.resolved(from.url(), reference);
        return new Hook(url, verb.attribute("method").equalsIgnoreCase("GET") ? "GET" : "POST");
    }

    /** The caller hears that the application failed, which is an answered call, unless there is a second address. */
    private void fail(Trouble trouble) {
        book.alert(leg.call(), trouble);
        if (leg.fallback().set() && !fellBack) {
            fellBack = true;
            Form what = new Form(List.of(
                    Map.entry("ErrorCode", Integer.toString(trouble.mishap().code())),
                    Map.entry("ErrorUrl", trouble.request().url())));
            ask(leg.fallback(), what);
        } else {
            hangUp();
        }
    }

    private void hangUp() {
        leg.answered();
        leg.over(CallStatus.COMPLETED);
    }
}
