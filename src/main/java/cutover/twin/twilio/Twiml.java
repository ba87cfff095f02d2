package cutover.twin.twilio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The vendor's markup: verbs in a {@code Response}. A document type declaration makes a document unreadable. */
final class Twiml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Twiml() {}

    /** One instruction, with the text in it. */
    record Verb(String name, String text, Element element) {

        /** Empty when it is not there. */
        String attribute(String named) {
            return element.getAttribute(named);
        }
    }

    /** The bytes are not such a document; the message says why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    static List<Verb> verbs(byte[] document) throws Unreadable {
        Element root = root(document);
        if (!root.getNodeName().equals("Response")) {
            throw new Unreadable("The root element is not Response but " + root.getNodeName());
        }
        List<Verb> verbs = new ArrayList<>();
        NodeList nodes = root.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                Element element = (Element) nodes.item(i);
                verbs.add(
                        new Verb(element.getNodeName(), element.getTextContent().strip(), element));
            }
        }
        return verbs;
    }

    private static Element root(byte[] document) throws Unreadable {
        try {
            return builder().parse(new ByteArrayInputStream(document)).getDocumentElement();
        } catch (SAXParseException e) {
            throw new Unreadable("line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's XML parser can't be made safe", e);
        }
    }

    /** The parser's own handler writes to the console. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // says nothing about whether the document can be read
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
