package cutover.probe.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Collects an answer as it arrives, to its end, to our limit, or to the point where it broke off; for one exchange. */
final class Arriving implements AsyncResponseConsumer<Void> {

    private final Attempt attempt;
    private final long limit;
    private final CompletableFuture<HttpObservation> outcome;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private HttpResponse head;
    private FutureCallback<Void> done;

    /** @param outcome gets the answer; a failure before there is a head as well */
    Arriving(Attempt attempt, long limit, CompletableFuture<HttpObservation> outcome) {
        this.attempt = attempt;
        this.limit = limit;
        this.outcome = outcome;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> callback)
            throws IOException {
        HttpCoreContext known = HttpCoreContext.cast(context);
        attempt.head(response.getCode());
        attempt.spoke(context.getProtocolVersion().format());
        attempt.connected(known.getEndpointDetails().getRemoteAddress());
        if (known.getSSLSession() != null) {
            attempt.shaken(known.getSSLSession());
        }
        head = response;
        done = callback;
        if (entity == null) {
            whole();
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // the answer itself follows
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer source) {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        int room = (int) Math.min(bytes.length, limit - body.size());
        body.write(bytes, 0, room);
        if (room < bytes.length) {
            end(true, false);
        }
    }

    @Override
    public void streamEnd(List<? extends org.apache.hc.core5.http.Header> trailers) {
        whole();
    }

    @Override
    public void failed(Exception cause) {
        if (head == null) {
            outcome.completeExceptionally(cause);
        } else {
            end(false, true);
        }
    }

    @Override
    public void releaseResources() {
        // nothing is held but memory
    }

    private void whole() {
        end(false, cutShort());
        done.completed(null);
    }

    private boolean cutShort() {
        return head.getFirstHeader("Content-Length") != null
                && !attempt.sent().method().equals("HEAD")
                && !head.getFirstHeader("Content-Length").getValue().equals(Integer.toString(body.size()));
    }

    private void end(boolean truncated, boolean cutShort) {
        String reason = head.getReasonPhrase() == null ? "" : head.getReasonPhrase();
        List<Header> headers = Messages.headers(head.getHeaders());
        outcome.complete(attempt.answered(reason, headers, new Body(body.toByteArray(), truncated, cutShort, limit)));
    }
}
