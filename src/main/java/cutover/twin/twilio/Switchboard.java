package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Places calls and connects them with the account's own numbers, in a fraction of the time that people need. */
final class Switchboard {

    private static final Duration PAUSE = Duration.ofMillis(30);

    private final Book book;
    private final Courier courier;
    private final Later later;
    private final Predicate<Fault> on;

    Switchboard(Book book, Courier courier, Later later, Predicate<Fault> on) {
        this.book = book;
        this.courier = courier;
        this.later = later;
        this.on = on;
    }

    /** Begins to dial. */
    void place(Call outbound, Order order) {
        later.in(PAUSE, () -> ring(outbound, order));
    }

    /** Ends a leg and whatever it is connected with. */
    void end(String leg, CallStatus how) {
        book.end(leg, how).ifPresent(ended -> {
            tell(ended);
            book.calls().newestFirst().stream()
                    .filter(ended::joins)
                    .forEach(other -> book.end(other.sid(), how).ifPresent(this::tell));
        });
    }

    /** Lets a leg say what was ordered. */
    void speak(Conversation.Leg leg, Order order) {
        Conversation conversation = new Conversation(book, courier, later, leg);
        if (order.twiml().isEmpty()) {
            conversation.ask(order.url(), new Form(List.of()));
        } else {
            conversation.follow(order.twiml().getBytes(UTF_8), new Trouble.Sent("POST", "", new Form(List.of())));
        }
    }

    private void ring(Call outbound, Order order) {
        book.move(outbound.sid(), CallStatus.RINGING);
        later.in(PAUSE, () -> connect(outbound, order));
    }

    private void connect(Call outbound, Order order) {
        if (!book.live(outbound.sid())) {
            return;
        }
        if (on.test(Fault.TWILIO_CALL_BUSY)) {
            end(outbound.sid(), CallStatus.BUSY);
        } else if (on.test(Fault.TWILIO_CALL_HANGS)) {
            book.move(outbound.sid(), CallStatus.IN_PROGRESS);
        } else {
            book.line(outbound.to())
                    .ifPresentOrElse(line -> callIn(outbound, order, line), () -> callOut(outbound, order));
        }
    }

    private void callOut(Call outbound, Order order) {
        book.move(outbound.sid(), CallStatus.IN_PROGRESS);
        speak(new Outside(this, outbound.sid(), order.fallback()), order);
    }

    private void callIn(Call outbound, Order order, PhoneNumber line) {
        Wires wires = Wires.of(line, book);
        Call inbound = book.inbound(outbound, line, wires.status());
        if (on.test(Fault.TWILIO_ALERTS)) {
            book.alert(inbound.sid(), unfounded(wires.voice()));
        }
        if (wires.voice().set()) {
            Connection connection = new Connection(book, this, outbound, inbound, order, wires);
            new Conversation(book, courier, later, connection.callee()).ask(wires.voice(), new Form(List.of()));
        } else {
            end(inbound.sid(), CallStatus.NO_ANSWER);
        }
    }

    private static Trouble unfounded(Hook voice) {
        return Trouble.of(Mishap.SCHEMA, new Trouble.Sent(voice.method(), voice.url(), new Form(List.of())))
                .at("error");
    }

    private void tell(Call ended) {
        if (ended.told().set()) {
            String seconds = Long.toString(ended.seconds().orElse(0L));
            Form fields = CallFields.of(book.account().sid(), ended, "")
                    .and(new Form(List.of(Map.entry("CallDuration", seconds))));
            later.execute(() -> courier.call(ended.told(), fields)
                    .then(
                            arrived -> {},
                            failed -> book.alert(ended.sid(), failed.trouble().as(Mishap.CALLBACK))));
        }
    }

    /** A leg to somebody who is none of the account's numbers. */
    private record Outside(Switchboard switchboard, String call, Hook fallback) implements Conversation.Leg {

        @Override
        public String application() {
            return "";
        }

        @Override
        public void answered() {
            // somebody has picked up already
        }

        @Override
        public void over(CallStatus how) {
            switchboard.end(call, how);
        }
    }
}
