package cutover.twin.front;

import cutover.twin.clockwork.Ids;
import cutover.twin.web.WebResponse;
import java.util.Locale;

/** The headers by which one knows the gateway and the edge network before it. */
record Fingerprint(Ids ids) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int ID_LENGTH = 54;

    WebResponse on(WebResponse answer) {
        boolean hit =
                answer.headers().stream().anyMatch(header -> header.getKey().equals("X-Cache"));
        WebResponse marked = answer.with("x-amzn-RequestId", ids.uuid())
                .with("x-amzn-Remapped-Content-Length", Integer.toString(answer.body().length))
                .with("X-Amzn-Trace-Id", "Root=1-" + ids.hex(8) + "-" + ids.hex(24))
                .with("Via", "1.1 " + ids.hex(32) + ".cloudfront.net (CloudFront)")
                .with("X-Amz-Cf-Id", ids.letters(ID_LENGTH, ALPHABET) + "==")
                .with("Connection", "keep-alive");
        return hit ? marked : marked.with("X-Cache", cache(answer.status()));
    }

    private static String cache(int status) {
        return String.format(Locale.ROOT, "%s from cloudfront", status < 400 ? "Miss" : "Error");
    }
}
