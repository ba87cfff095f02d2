package cutover.twin.front;

import cutover.twin.clockwork.Ids;
import cutover.twin.web.WebResponse;
import java.util.List;

/**
 * A redirect bucket at the object store's website endpoint, which speaks plain http only and finds the bucket by the
 * Host header: a bucket of another name is no bucket. It takes GET and HEAD.
 */
record BucketWebsite(String bucket, Ids ids) implements Forwarder {

    private static final String UPPER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String PAGE = """
            <html>
            <head><title>%1$s</title></head>
            <body>
            <h1>%1$s</h1>
            <ul>
            %2$s<li>RequestId: %3$s</li>
            <li>HostId: %4$s</li>
            </ul>
            <hr/>
            </body>
            </html>
            """;

    @Override
    public boolean knows(String host) {
        return host.equalsIgnoreCase(bucket);
    }

    @Override
    public WebResponse redirect(int status, String location) {
        return marked(new WebResponse(status, List.of(), new byte[0]).with("Location", location), request(), host());
    }

    @Override
    public WebResponse page(int status, String html) {
        return marked(WebResponse.text(status, "text/html", html), request(), host());
    }

    @Override
    public WebResponse absent(String host) {
        return error(
                404,
                "404 Not Found",
                "Code: NoSuchBucket",
                "Message: The specified bucket does not exist",
                "BucketName: " + Escapes.attribute(host));
    }

    @Override
    public WebResponse notFound(Incoming request) {
        return error(
                404,
                "404 Not Found",
                "Code: NoSuchKey",
                "Message: The specified key does not exist.",
                "Key: " + Escapes.attribute(request.path().replaceFirst("^/", "")));
    }

    @Override
    public WebResponse posted(Incoming request, int status, String location) {
        return error(
                405,
                "405 Method Not Allowed",
                "Code: MethodNotAllowed",
                "Message: The specified method is not allowed against this resource.",
                "Method: " + Escapes.attribute(request.method()),
                "ResourceType: OBJECT");
    }

    private WebResponse error(int status, String title, String... facts) {
        StringBuilder items = new StringBuilder();
        for (String fact : facts) {
            items.append("<li>").append(fact).append("</li>\n");
        }
        String request = request();
        String host = host();
        String page = String.format(PAGE, title, items, request, host);
        return marked(WebResponse.text(status, "text/html; charset=utf-8", page), request, host);
    }

    private String request() {
        return ids.letters(16, UPPER);
    }

    private String host() {
        return ids.letters(75, BASE64) + "=";
    }

    private static WebResponse marked(WebResponse answer, String request, String host) {
        return answer.with("x-amz-id-2", host).with("x-amz-request-id", request).with("Server", "AmazonS3");
    }
}
