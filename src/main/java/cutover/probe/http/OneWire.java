package cutover.probe.http;

import cutover.probe.http.Dialogue.Spoken;
import cutover.probe.http.NoAnswer.Kind;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.io.CloseMode;

/** One connection for all exchanges: the first opens it, and none opens another when it has ended. */
final class OneWire implements Wire {

    private final HttpSettings settings;
    private final Dialogue dialogue;
    private final Deadline deadline;
    private final ManagedHttpClientConnection connection = Dialogue.unconnected();
    private boolean dialled;

    OneWire(HttpSettings settings, Tls tls) {
        this.settings = settings;
        this.dialogue = new Dialogue(settings, tls);
        this.deadline = new Deadline(settings.answer());
    }

    @Override
    public synchronized HttpObservation exchange(Sent sent, byte[] body) {
        Attempt attempt = new Attempt(sent, settings.clock());
        if (dialled && !stands()) {
            return attempt.noAnswer(Kind.CLOSED_EARLY, "the connection that was kept has ended");
        }
        HttpUriRequestBase request = Messages.request(sent, body);
        AtomicBoolean lasts = new AtomicBoolean();
        return deadline.observe(attempt, () -> speak(attempt, request, lasts), () -> {
            if (!lasts.get()) {
                connection.close(CloseMode.IMMEDIATE);
            }
        });
    }

    private Answered speak(Attempt attempt, HttpUriRequestBase request, AtomicBoolean lasts) throws IOException {
        if (!dialled) {
            dialled = true;
            dialogue.connect(attempt, request, connection);
        }
        Spoken spoken = dialogue.speak(attempt, request, connection);
        lasts.set(spoken.lasts());
        return spoken.answered();
    }

    /** Looks for the peer's end of it, which costs a millisecond and asks nothing. */
    synchronized boolean stands() {
        try {
            if (connection.isOpen() && connection.isStale()) {
                connection.close(CloseMode.IMMEDIATE);
            }
        } catch (IOException e) {
            connection.close(CloseMode.IMMEDIATE);
        }
        return connection.isOpen();
    }

    @Override
    public void close() {
        connection.close(CloseMode.IMMEDIATE);
        deadline.close();
    }
}
