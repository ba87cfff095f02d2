package cutover.twin.dns;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;

/** What came in. */
sealed interface Incoming {

    /** What is neither a question nor the beginning of one gets no answer. */
    List<Outgoing> fold(Function<Message, List<Outgoing>> question, Function<Header, List<Outgoing>> broken);

    /** A question. */
    record Question(Message query) implements Incoming {
        @Override
        public List<Outgoing> fold(
                Function<Message, List<Outgoing>> question, Function<Header, List<Outgoing>> broken) {
            return question.apply(query);
        }
    }

    /** A header that nothing readable follows. */
    record Broken(Header header) implements Incoming {
        @Override
        public List<Outgoing> fold(
                Function<Message, List<Outgoing>> question, Function<Header, List<Outgoing>> broken) {
            return broken.apply(header);
        }
    }

    /** No message, or an answer. */
    record Noise() implements Incoming {
        @Override
        public List<Outgoing> fold(
                Function<Message, List<Outgoing>> question, Function<Header, List<Outgoing>> broken) {
            return List.of();
        }
    }

    static Incoming read(byte[] wire) {
        try {
            Header header = new Header(wire);
            return header.getFlag(Flags.QR) ? new Noise() : message(wire, header);
        } catch (IOException e) {
            return new Noise();
        }
    }

    private static Incoming message(byte[] wire, Header header) {
        try {
            return new Question(new Message(wire));
        } catch (IOException e) {
            return new Broken(header);
        }
    }
}
