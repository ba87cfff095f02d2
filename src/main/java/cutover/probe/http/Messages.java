package cutover.probe.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Between our picture of a request and its answer and that of Apache HttpClient. */
final class Messages {

    private Messages() {}

    /** @param body null for none */
    static HttpUriRequestBase request(Sent sent, byte[] body) {
        HttpUriRequestBase request = new HttpUriRequestBase(sent.method(), sent.uri());
        // a URI can't hold everything that browsers send
        request.setPath(sent.address().target());
        sent.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, null));
        }
        return request;
    }

    static HttpHost target(HttpRequest request) {
        return new HttpHost(
                request.getScheme(),
                request.getAuthority().getHostName(),
                request.getAuthority().getPort());
    }

    /** Reads the body. @param maxBody most bytes of it that are kept */
    static Answered answered(Attempt attempt, ClassicHttpResponse response, long maxBody) throws IOException {
        Bodies bodies = new Bodies(maxBody);
        Body body = bodies.read(
                response.getEntity() == null ? null : response.getEntity().getContent());
        String reason = response.getReasonPhrase() == null ? "" : response.getReasonPhrase();
        return attempt.answered(reason, headers(response.getHeaders()), body);
    }

    static List<Header> headers(org.apache.hc.core5.http.Header... headers) {
        return Arrays.stream(headers)
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }
}
