package cutover.twin.front;

import cutover.twin.clockwork.Later;
import cutover.twin.web.WebResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Between the web server's picture of an exchange and ours. */
final class Wire extends Handler.Abstract {

    /** Set by the wire itself, from what is really sent. */
    private static final Set<String> OURS = Set.of("content-length", "transfer-encoding");

    private final Map<Connector, Front> fronts;
    private final Later later;

    Wire(Map<Connector, Front> fronts, Later later) {
        this.fronts = fronts;
        this.later = later;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Front front = fronts.get(request.getConnectionMetaData().getConnector());
        Reply reply = front.answer(incoming(request));
        if (reply.held().isZero()) {
            write(reply.response(), response, callback);
        } else {
            later.hold(reply.held(), () -> write(reply.response(), response, callback));
        }
        return true;
    }

    private static Incoming incoming(Request request) throws Exception {
        String host = Optional.ofNullable(request.getHeaders().get("Host"))
                .or(() -> Optional.ofNullable(request.getHttpURI().getAuthority()))
                .orElse("");
        List<Map.Entry<String, String>> headers = request.getHeaders().stream()
                .map(field -> Map.entry(
                        field.getName(), Optional.ofNullable(field.getValue()).orElse("")))
                .toList();
        return new Incoming(
                request.getMethod(),
                request.getConnectionMetaData().isSecure(),
                host,
                request.getHttpURI().getPath(),
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
                headers,
                BufferUtil.toArray(Content.Source.asByteBuffer(request)),
                Request.getRemoteAddr(request),
                request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2);
    }

    private static void write(WebResponse answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().stream()
                .filter(header -> !OURS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
        response.getHeaders().put("Content-Length", answer.body().length);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }
}
