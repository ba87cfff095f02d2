package cutover.probe.http;

import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;

/** Tells of an exchange that ends without an answer; where one came already, the answer stays. */
record Ending(CompletableFuture<HttpObservation> outcome) implements FutureCallback<Void> {

    @Override
    public void completed(Void nothing) {
        // the answer is there already
    }

    @Override
    public void failed(Exception cause) {
        outcome.completeExceptionally(cause);
    }

    @Override
    public void cancelled() {
        outcome.completeExceptionally(new InterruptedIOException("given up"));
    }
}
