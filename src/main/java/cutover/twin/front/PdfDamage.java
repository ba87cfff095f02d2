package cutover.twin.front;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What a front can do to a PDF on its way out. */
record PdfDamage(Side side, Faults faults) {

    WebResponse done(WebRequest request, WebResponse answer) {
        if (!Headers.typeOf(answer).startsWith("application/pdf")) {
            return answer;
        }
        if (on(Fault.PDF_NOT_DECODED)) {
            return Json.notDecoded();
        }
        WebResponse damaged = answer;
        if (on(Fault.PDF_TRUNCATED)) {
            damaged = body(damaged, bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        }
        if (on(Fault.PDF_THROUGH_UTF8)) {
            damaged = body(damaged, Text::throughUtf8);
        }
        if (on(Fault.PDF_BASE64) || on(Fault.PDF_BASE64_FOR_BROWSERS) && browser(request)) {
            damaged = body(damaged, Base64.getEncoder()::encode);
        }
        if (on(Fault.PDF_DAMAGED_BY_GZIP) && accepts(request, "gzip")) {
            damaged = body(damaged, bytes -> gzip(Text.throughUtf8(bytes))).with("Content-Encoding", "gzip");
        }
        return on(Fault.PDF_WRONG_TYPE)
                ? Headers.replaced(damaged, "Content-Type", "text/html; charset=utf-8")
                : damaged;
    }

    private boolean on(Fault fault) {
        return faults.on(side, fault);
    }

    /** The integration decides by the first type in the header. */
    private static boolean browser(WebRequest request) {
        return request.header("Accept").orElse("").startsWith("text/html");
    }

    private static boolean accepts(WebRequest request, String coding) {
        return request.header("Accept-Encoding").orElse("").contains(coding);
    }

    private static WebResponse body(WebResponse answer, UnaryOperator<byte[]> change) {
        return new WebResponse(answer.status(), answer.headers(), change.apply(answer.body()));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
