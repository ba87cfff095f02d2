package cutover.probe.tls;

import cutover.probe.tls.ProtocolAnswer.Stance;
import cutover.probe.tls.Refused.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks a peer for one version of TLS after the other. */
final class Protocols {

    private final String name;
    private final InetSocketAddress address;
    private final TlsSettings settings;

    Protocols(String name, InetSocketAddress address, TlsSettings settings) {
        this.name = name;
        this.address = address;
        this.settings = settings;
    }

    List<ProtocolAnswer> asked() {
        List<Asked> all = Arrays.stream(Protocol.values()).map(this::ask).toList();
        boolean speaks = all.stream().anyMatch(asked -> asked.answer().stance() == Stance.ACCEPTED);
        return all.stream()
                .map(asked -> speaks ? asked.besideAnother() : asked.answer())
                .toList();
    }

    private Asked ask(Protocol protocol) {
        Attempt attempt = new Attempt(name, address, settings);
        Dial.Talk<ProtocolAnswer> talk =
                tap -> protocol.deprecated() ? byHand(protocol, tap) : byTheJdk(protocol, attempt, tap);
        return new Dial<>(tap -> new Asked(talk.over(tap), false), refused -> asked(protocol, refused)).made(attempt);
    }

    // the JDK's settings forbid these versions as a rule, and must not decide what can be seen
    private ProtocolAnswer byHand(Protocol protocol, Tap tap) throws IOException {
        tap.getOutputStream().write(OldHello.bytes(protocol, ServerName.indicated(name)));
        return new OldAnswer(tap.getInputStream(), protocol).read();
    }

    private static ProtocolAnswer byTheJdk(Protocol protocol, Attempt attempt, Tap tap) throws IOException {
        Shaken shaken = new Handshake(attempt, Optional.of(protocol)).over(tap);
        return ProtocolAnswer.accepted(protocol, "shook hands with " + shaken.cipher());
    }

    private static Asked asked(Protocol protocol, Refused refused) {
        if (!refused.chain().isEmpty()) {
            return new Asked(ProtocolAnswer.accepted(protocol, "showed its certificate; " + refused.sentence()), false);
        }
        boolean declined = refused.kind() == Kind.OTHER_VERSION
                || refused.alert().filter(Alerts::aboutTheVersion).isPresent();
        return declined
                ? new Asked(ProtocolAnswer.declined(protocol, refused.sentence()), false)
                : new Asked(ProtocolAnswer.unknown(protocol, refused.sentence()), refused.kind() == Kind.CLOSED_EARLY);
    }

    /** @param hungUp true when the peer took the connection and ended it without a reason */
    private record Asked(ProtocolAnswer answer, boolean hungUp) {

        // some servers hang up on a version that they don't want; only beside one that they do want is that an answer
        ProtocolAnswer besideAnother() {
            return hungUp ? ProtocolAnswer.declined(answer.protocol(), answer.detail()) : answer;
        }
    }
}
