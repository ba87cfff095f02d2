package cutover.provider.twilio;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An answer to one of Twilio's requests, read as Twilio reads it. */
public sealed interface Twiml permits Twiml.Parsed, Twiml.Unreadable {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Parsed, T> parsed, Function<Unreadable, T> unreadable);

    /**
     * Reads a body. No document type is allowed, so nothing outside the body is ever fetched or expanded.
     *
     * @param charset of the bytes, from the answer's content type; it outranks the XML declaration (RFC 7303, section 3)
     */
    static Twiml read(byte[] body, Charset charset) {
        return TwimlReader.read(body, charset);
    }

    /**
     * TwiML.
     *
     * @param verbs what Twilio is to do, in order; a {@code Response} without any is an answer too
     */
    record Parsed(List<Verb> verbs) implements Twiml {

        public Parsed {
            verbs = List.copyOf(verbs);
        }

        @Override
        public <T> T fold(Function<Parsed, T> parsed, Function<Unreadable, T> unreadable) {
            return parsed.apply(this);
        }
    }

    /** Not TwiML: empty, not in the charset, not XML, a document type, another root than {@code Response}. */
    record Unreadable(String detail) implements Twiml {

        @Override
        public <T> T fold(Function<Parsed, T> parsed, Function<Unreadable, T> unreadable) {
            return unreadable.apply(this);
        }
    }

    /**
     * One thing to do.
     *
     * @param name for instance {@code Play}; Twilio minds the case
     * @param attributes in the order of the document
     * @param text all text within, that of nested elements too, stripped
     */
    record Verb(String name, Map<String, String> attributes, String text) {

        public Verb {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }
    }
}
