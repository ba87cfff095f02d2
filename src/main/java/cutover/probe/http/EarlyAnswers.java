package cutover.probe.http;

import java.io.IOException;
import java.net.SocketException;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;

/**
 * Reads the answer of a server that hung up while the request was still being sent (RFC 9112, 9.5); the client alone
 * would tell only that its writing failed.
 */
final class EarlyAnswers extends HttpRequestExecutor {

    @Override
    protected HttpResponse doSendRequest(HttpRequest request, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        try {
            return super.doSendRequest(request, connection, context);
        } catch (SocketException e) {
            return alreadyThere(request, connection, context, e);
        }
    }

    private HttpResponse alreadyThere(
            HttpRequest request, HttpClientConnection connection, HttpContext context, SocketException failure)
            throws IOException {
        try {
            return doReceiveResponse(request, connection, context);
        } catch (IOException | HttpException e) {
            // the failed writing is what happened
            failure.addSuppressed(e);
            throw failure;
        }
    }
}
