package cutover.twin.front;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * What the network's edge can do to pages on their way out.
 *
 * @param inside answers while nothing is damaged
 */
public record PageDamage(Front inside, Side side, Faults faults) implements Front {

    @Override
    public Reply answer(Incoming request) {
        Reply reply = inside.answer(request);
        boolean page = Headers.typeOf(reply.response()).startsWith("text/html");
        return page ? new Reply(damaged(request, reply.response()), reply.held()) : reply;
    }

    private WebResponse damaged(Incoming request, WebResponse page) {
        WebResponse changed = page.status() == 404 ? notFound(page) : page;
        if (on(Fault.FRAME_HEADER_LOST)) {
            changed = Headers.without(changed, "X-Frame-Options");
        }
        if (on(Fault.HTTP2_CUTS_PAGES) && request.http2()) {
            changed = cut(changed);
        }
        boolean packable = page.status() == 200 && page.body().length > 0;
        return packable ? packed(request, changed) : changed;
    }

    private WebResponse notFound(WebResponse page) {
        if (on(Fault.NOT_FOUND_IS_OK)) {
            return new WebResponse(200, page.headers(), page.body());
        }
        return on(Fault.NOT_FOUND_LEADS_HOME)
                ? Headers.without(new WebResponse(302, page.headers(), new byte[0]), "Content-Type")
                        .with("Location", "/")
                : page;
    }

    private WebResponse packed(Incoming request, WebResponse page) {
        if (on(Fault.PAGES_PACKED_UNASKED)) {
            return gzip(page).with("Content-Encoding", "gzip");
        }
        if (!request.header("Accept-Encoding").orElse("").contains("gzip")) {
            return page;
        }
        if (on(Fault.PAGES_CUT_BY_GZIP)) {
            return gzip(cut(page)).with("Content-Encoding", "gzip");
        }
        if (on(Fault.PAGES_DAMAGED_BY_GZIP)) {
            return cut(gzip(page)).with("Content-Encoding", "gzip");
        }
        if (on(Fault.PAGES_PACKED_TWICE)) {
            return gzip(gzip(page)).with("Content-Encoding", "gzip");
        }
        return on(Fault.PAGES_PACKED_SILENTLY) ? gzip(page) : page;
    }

    private boolean on(Fault fault) {
        return faults.on(side, fault);
    }

    private static WebResponse cut(WebResponse page) {
        return new WebResponse(page.status(), page.headers(), Arrays.copyOf(page.body(), page.body().length / 2));
    }

    private static WebResponse gzip(WebResponse page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(page.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WebResponse(page.status(), page.headers(), out.toByteArray());
    }
}
