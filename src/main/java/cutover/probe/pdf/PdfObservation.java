package cutover.probe.pdf;

import java.util.function.Function;

/** What bytes that should be a PDF turned out to be. */
public sealed interface PdfObservation permits Readable, NotPdf {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Readable, T> readable, Function<NotPdf, T> notPdf);
}
