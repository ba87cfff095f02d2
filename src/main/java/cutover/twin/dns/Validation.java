package cutover.twin.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.dnssec.ValidatingResolver;

/** Checks what a resolver found out from the root's key down (RFC 4035 section 5). */
final class Validation {

    private final ValidatingResolver checking;

    /** @param anchor the root's DS, as a line of a master file */
    Validation(Recursion recursion, String anchor, Clock clock) {
        checking = new ValidatingResolver(new Found(recursion), clock);
        try {
            checking.loadTrustAnchors(new ByteArrayInputStream(anchor.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException("the root's key can't be read", e);
        }
    }

    /** The answer with AD when it is secure, SERVFAIL when it is bogus. */
    Message send(Record question) {
        return checking.sendAsync(Message.newQuery(question), Runnable::run)
                .toCompletableFuture()
                .join();
    }

    /** A resolver without a wire. */
    private record Found(Recursion recursion) implements Resolver {

        @Override
        public CompletionStage<Message> sendAsync(Message query, Executor executor) {
            return CompletableFuture.completedFuture(find(query));
        }

        @Override
        public CompletionStage<Message> sendAsync(Message query) {
            return CompletableFuture.completedFuture(find(query));
        }

        private Message find(Message query) {
            Record question = query.getQuestion();
            Known known = recursion.find(question.getName(), question.getType());
            Message reply = Replies.to(query, known.rcode());
            known.answer().forEach(record -> reply.addRecord(record, Section.ANSWER));
            known.authority().forEach(record -> reply.addRecord(record, Section.AUTHORITY));
            return reply;
        }

        @Override
        public void setPort(int port) {
            // nothing is sent
        }

        @Override
        public void setTCP(boolean flag) {
            // nothing is sent
        }

        @Override
        public void setIgnoreTruncation(boolean flag) {
            // nothing is sent
        }

        @Override
        public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {
            // signatures come along anyway
        }

        @Override
        public void setTSIGKey(TSIG key) {
            // nothing is sent
        }

        @Override
        public void setTimeout(Duration timeout) {
            // nothing is sent
        }
    }
}
