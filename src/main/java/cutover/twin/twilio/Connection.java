package cutover.twin.twilio;

import java.util.concurrent.atomic.AtomicBoolean;

/** Two legs that begin to speak and end together; the number at the far end says when. */
final class Connection {

    private final Book book;
    private final Switchboard switchboard;
    private final Call outbound;
    private final Call inbound;
    private final Order order;
    private final Wires wires;
    private final AtomicBoolean connected = new AtomicBoolean();

    Connection(Book book, Switchboard switchboard, Call outbound, Call inbound, Order order, Wires wires) {
        this.book = book;
        this.switchboard = switchboard;
        this.outbound = outbound;
        this.inbound = inbound;
        this.order = order;
        this.wires = wires;
    }

    Conversation.Leg callee() {
        return new Callee();
    }

    private final class Callee implements Conversation.Leg {

        @Override
        public String call() {
            return inbound.sid();
        }

        @Override
        public String application() {
            return wires.application();
        }

        @Override
        public Hook fallback() {
            return wires.fallback();
        }

        @Override
        public void answered() {
            if (book.live(inbound.sid()) && connected.compareAndSet(false, true)) {
                book.move(inbound.sid(), CallStatus.IN_PROGRESS);
                book.move(outbound.sid(), CallStatus.IN_PROGRESS);
                switchboard.speak(new Caller(outbound.sid(), order.fallback()), order);
            }
        }

        @Override
        public void over(CallStatus how) {
            switchboard.end(inbound.sid(), how);
        }
    }

    /** Says its text and then stays on the line until the other side hangs up. */
    private record Caller(String call, Hook fallback) implements Conversation.Leg {

        @Override
        public String application() {
            return "";
        }

        @Override
        public void answered() {
            // it is in progress since the callee answered
        }

        @Override
        public void over(CallStatus how) {
            // the callee's end is the end of both
        }
    }
}
