package cutover.probe.http;

import cutover.probe.http.Deadline.Speaking;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.io.CloseMode;

/** A connection and a TLS session of its own for each exchange. */
final class FreshWire implements Wire {

    private final HttpSettings settings;
    private final Tls tls;
    private final Deadline deadline;
    private final Dialogue dialogue;

    FreshWire(HttpSettings settings, Tls tls, Deadline deadline) {
        this.settings = settings;
        this.tls = tls;
        this.deadline = deadline;
        this.dialogue = new Dialogue(settings, tls);
    }

    @Override
    public HttpObservation exchange(Sent sent, byte[] body) {
        Attempt attempt = new Attempt(sent, settings.clock());
        HttpUriRequestBase request = Messages.request(sent, body);
        tls.forget(sent.uri().getHost());
        ManagedHttpClientConnection connection = Dialogue.unconnected();
        Speaking speak = () -> speak(attempt, request, connection);
        Runnable hangUp = () -> connection.close(CloseMode.IMMEDIATE);
        return asksNobody(sent.address())
                ? deadline.observeHere(attempt, speak, hangUp)
                : deadline.observe(attempt, speak, hangUp);
    }

    private boolean asksNobody(RawAddress address) {
        return settings.route().asksNobody(address.host(), address.port());
    }

    private Answered speak(Attempt attempt, HttpUriRequestBase request, ManagedHttpClientConnection connection)
            throws IOException {
        dialogue.connect(attempt, request, connection);
        return dialogue.speak(attempt, request, connection).answered();
    }

    @Override
    public void close() {
        // nothing is kept between two exchanges
    }
}
