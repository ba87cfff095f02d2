package cutover.twin.front;

import cutover.twin.web.WebResponse;
import java.util.List;

/** The edge network at the plain http port: it knows one answer. */
public final class ToHttps implements Front {

    @Override
    public Reply answer(Incoming request) {
        String host = request.host().replaceFirst(":\\d+$", "");
        return Reply.now(new WebResponse(301, List.of(), new byte[0])
                .with("Server", "CloudFront")
                .with("Location", "https://" + host + request.target())
                .with("X-Cache", "Redirect from cloudfront"));
    }
}
