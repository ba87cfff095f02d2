package cutover.probe.pdf;

import java.util.function.Function;

/**
 * No PDF, or not a whole one.
 *
 * @param detail what was seen instead
 */
public record NotPdf(Reason reason, String detail) implements PdfObservation {

    /** What the bytes are instead; the first that fits. */
    public enum Reason {
        /** No bytes at all. */
        EMPTY,
        /** A PDF as base64 text. */
        BASE64,
        /** A page. */
        HTML,
        /** The first bytes are not {@code %PDF-}. */
        NO_MAGIC,
        /** Bytes were taken for text on the way: replacement characters (EF BF BD), or each high byte became two. */
        DAMAGED_UTF8,
        /** No {@code %%EOF} in the last kilobyte. */
        TRUNCATED,
        /** Opens only with a password. */
        LOCKED,
        /** Looks like a PDF from both ends and can't be read. */
        UNPARSABLE
    }

    @Override
    public <T> T fold(Function<Readable, T> readable, Function<NotPdf, T> notPdf) {
        return notPdf.apply(this);
    }
}
