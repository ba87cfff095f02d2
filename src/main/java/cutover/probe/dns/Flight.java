package cutover.probe.dns;

import cutover.probe.dns.Silent.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One query on its way; all of it on one thread. */
final class Flight {

    private final int index;
    private final Query query;
    private final DnsSettings settings;
    private final Selector selector;
    private final Instant start;
    private Asking asking;
    private Link link;
    private int tries;
    // kept, because it is looked at a hundred times a second
    private Duration nextTry;
    private int ignored;
    private String lastIgnored = "";
    private String before = "";
    private DnsObservation outcome;

    /** @param index where its observation belongs */
    Flight(int index, Query query, DnsSettings settings, Selector selector) {
        this.index = index;
        this.query = query;
        this.settings = settings;
        this.selector = selector;
        this.start = settings.clock().instant();
        this.nextTry = settings.timeout();
        this.asking = new Asking(query, true);
    }

    int index() {
        return index;
    }

    Optional<DnsObservation> outcome() {
        return Optional.ofNullable(outcome);
    }

    void begin() {
        restart(query.transport());
    }

    /** Whether this machine had no socket left; there may be one as soon as another flight has ended. */
    boolean lacksSocket() {
        return outcome != null
                && outcome.fold(answered -> false, silent -> silent.detail().contains("Too many open files"));
    }

    /** Goes on as far as the socket is ready. */
    void ready(ByteBuffer buffer) {
        Link asked = link;
        try {
            for (byte[] message : asked.arrived(buffer.clear())) {
                if (outcome == null && link == asked) {
                    heard(asking.heard(message));
                }
            }
        } catch (IOException e) {
            failed(Trouble.kind(e), e);
        }
    }

    /** Sends again when it is time to, or gives up. */
    void look(Instant now) {
        Duration elapsed = Duration.between(start, now);
        if (elapsed.compareTo(settings.timeout()) >= 0) {
            silent(Kind.TIMED_OUT, link.reached() + ignoredTold());
        } else if (link.transport() == Transport.UDP && elapsed.compareTo(nextTry) >= 0) {
            again();
        }
    }

    private void again() {
        try {
            send();
        } catch (IOException e) {
            failed(Trouble.kind(e), e);
        }
    }

    private Duration afterTries() {
        return tries < settings.tries()
                ? settings.timeout().multipliedBy(tries).dividedBy(settings.tries())
                : settings.timeout();
    }

    private void heard(Heard heard) {
        heard.<Runnable>fold(
                        foreign -> () -> ignore(foreign.why()),
                        garbled -> () -> silent(Kind.MALFORMED, garbled.why()),
                        fitting -> () -> fits(fitting.reply()))
                .run();
    }

    private void ignore(String why) {
        ignored++;
        lastIgnored = why;
    }

    private void fits(Reply reply) {
        if (reply.tc() && link.transport() == Transport.UDP) {
            before = "after an answer over UDP that was cut: ";
            restart(Transport.TCP);
        } else if (reply.knowsNoEdns() && asking.edns() && !query.dnssecOk()) {
            asking = new Asking(query, false);
            restart(link.transport());
        } else {
            outcome = reply.answered(query, link.transport(), took(), start, ignored);
        }
    }

    private void restart(Transport transport) {
        close();
        try {
            link = transport == Transport.UDP
                    ? UdpLink.open(selector, query.server().address(), this)
                    : TcpLink.open(selector, query.server().address(), this);
            send();
        } catch (IOException | UnsupportedAddressTypeException e) {
            failed(Trouble.kindAtOpening(e), e);
        }
    }

    private void send() throws IOException {
        tries++;
        nextTry = afterTries();
        link.send(asking.bytes());
    }

    private void failed(Kind kind, Exception e) {
        silent(kind, Trouble.detail(e) + ignoredTold());
    }

    private void silent(Kind kind, String detail) {
        Transport transport = link == null ? query.transport() : link.transport();
        outcome = new Silent(query, transport, kind, before + detail, took(), start, ignored);
    }

    private String ignoredTold() {
        return ignored == 0 ? "" : "; %d ignored, the last one for %s".formatted(ignored, lastIgnored);
    }

    private Duration took() {
        return Duration.between(start, settings.clock().instant());
    }

    void close() {
        if (link != null) {
            Trouble.closed(link);
        }
    }
}
