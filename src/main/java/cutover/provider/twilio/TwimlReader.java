package cutover.provider.twilio;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the verbs of one document; streams, so that depth costs nothing. */
final class TwimlReader extends DefaultHandler {

    private static final String ROOT = "Response";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int DEPTH_OF_VERBS = 1;

    private final List<Twiml.Verb> verbs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String name = "";
    private Map<String, String> attributes = Map.of();
    private int depth;

    private TwimlReader() {}

    static Twiml read(byte[] body, Charset charset) {
        try {
            String document = text(body, charset);
            if (document.isBlank()) {
                return new Twiml.Unreadable("an empty body");
            }
            TwimlReader reader = new TwimlReader();
            factory().newSAXParser().parse(new InputSource(new StringReader(document)), reader);
            return new Twiml.Parsed(reader.verbs);
        } catch (CharacterCodingException e) {
            return new Twiml.Unreadable("bytes that are not " + charset.name());
        } catch (SAXParseException e) {
            return new Twiml.Unreadable("not TwiML, line %d column %d: %s"
                    .formatted(e.getLineNumber(), e.getColumnNumber(), e.getMessage()));
        } catch (SAXException e) {
            return new Twiml.Unreadable(e.getMessage());
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("each Java reads XML from memory", e);
        }
    }

    private static String text(byte[] body, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static SAXParserFactory factory() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        return factory;
    }

    @Override
    public void startElement(String uri, String localName, String qualified, Attributes given) throws SAXException {
        if (depth == 0 && !qualified.equals(ROOT)) {
            throw new SAXException("the root element is <" + qualified + ">, not <" + ROOT + ">");
        }
        if (depth == DEPTH_OF_VERBS) {
            name = qualified;
            attributes = copy(given);
            text.setLength(0);
        }
        depth++;
    }

    @Override
    public void characters(char[] all, int start, int length) {
        text.append(all, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qualified) {
        depth--;
        if (depth == DEPTH_OF_VERBS) {
            verbs.add(new Twiml.Verb(name, attributes, text.toString().strip()));
        }
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
        throw problem;
    }

    private static Map<String, String> copy(Attributes given) {
        Map<String, String> copy = new LinkedHashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            copy.put(given.getQName(i), given.getValue(i));
        }
        return copy;
    }
}
