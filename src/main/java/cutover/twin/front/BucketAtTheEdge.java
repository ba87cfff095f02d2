package cutover.twin.front;

import cutover.twin.clockwork.Ids;
import cutover.twin.web.WebResponse;

/**
 * A redirect bucket behind a distribution of the edge network: the bucket's answers with the network's own headers. It
 * speaks TLS too and asks the bucket by the bucket's name, whatever name the visitor used. It takes GET and HEAD.
 */
record BucketAtTheEdge(BucketWebsite origin, Ids ids) implements Forwarder {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int ID_LENGTH = 54;
    private static final String REFUSAL = """
            <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
            <HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">
            <TITLE>ERROR: The request could not be satisfied</TITLE>
            </HEAD><BODY>
            <H1>403 ERROR</H1>
            <H2>The request could not be satisfied.</H2>
            <HR noshade size="1px">
            This distribution is not configured to allow the HTTP request method that was used for this request.
            The distribution supports only cachable requests.
            </BODY></HTML>
            """;

    @Override
    public boolean knows(String host) {
        return true;
    }

    @Override
    public WebResponse redirect(int status, String location) {
        return passed(origin.redirect(status, location));
    }

    @Override
    public WebResponse page(int status, String html) {
        return passed(origin.page(status, html));
    }

    @Override
    public WebResponse absent(String host) {
        return passed(origin.absent(origin.bucket()));
    }

    @Override
    public WebResponse notFound(Incoming request) {
        return passed(origin.notFound(request));
    }

    @Override
    public WebResponse posted(Incoming request, int status, String location) {
        return passed(WebResponse.text(403, "text/html", REFUSAL).with("Server", "CloudFront"));
    }

    private WebResponse passed(WebResponse answer) {
        return answer.with("X-Cache", (answer.status() < 400 ? "Miss" : "Error") + " from cloudfront")
                .with("Via", "1.1 " + ids.hex(32) + ".cloudfront.net (CloudFront)")
                .with("X-Amz-Cf-Pop", "IAD89-C1")
                .with("X-Amz-Cf-Id", ids.letters(ID_LENGTH, ALPHABET) + "==")
                .with("Connection", "keep-alive");
    }
}
