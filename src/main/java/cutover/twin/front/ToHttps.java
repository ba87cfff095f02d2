package cutover.twin.front;

import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Set;

/** The edge network at the plain http port: it sends everybody to https, posts with their body. */
public final class ToHttps implements Front {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public Reply answer(Incoming request) {
        String host = request.host().replaceFirst(":\\d+$", "");
        return Reply.now(new WebResponse(READING.contains(request.method()) ? 301 : 307, List.of(), new byte[0])
                .with("Server", "CloudFront")
                .with("Location", "https://" + host + request.target())
                .with("X-Cache", "Redirect from cloudfront"));
    }
}
