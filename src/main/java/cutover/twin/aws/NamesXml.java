package cutover.twin.aws;

import cutover.twin.dns.RecordSet;
import cutover.twin.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** How the name service reads and writes. */
final class NamesXml {

    private static final String SPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

    private NamesXml() {}

    static WebResponse answer(String name, String content) {
        return XmlAnswer.store("<" + name + " xmlns=\"" + SPACE + "\">" + content + "</" + name + ">");
    }

    static WebResponse change(String answer, String id, String state, Instant submitted) {
        return answer(
                answer,
                XmlAnswer.element(
                        "ChangeInfo",
                        XmlAnswer.element("Id", "/change/" + id)
                                + XmlAnswer.element("Status", state)
                                + XmlAnswer.element("SubmittedAt", submitted.toString())));
    }

    /** The first of some sets, and where to go on. */
    static WebResponse page(List<RecordSet> sets, int most) {
        boolean more = sets.size() > most;
        String next = more
                ? XmlAnswer.element("NextRecordName", listed(sets.get(most).name()))
                        + XmlAnswer.element("NextRecordType", sets.get(most).type())
                : "";
        return answer(
                "ListResourceRecordSetsResponse",
                XmlAnswer.list(
                                "ResourceRecordSets",
                                "ResourceRecordSet",
                                sets.stream().limit(most),
                                NamesXml::set)
                        + XmlAnswer.element("IsTruncated", Boolean.toString(more))
                        + next
                        + XmlAnswer.element("MaxItems", Integer.toString(most)));
    }

    private static String set(RecordSet set) {
        return XmlAnswer.element("Name", listed(set.name()))
                + XmlAnswer.element("Type", set.type())
                + XmlAnswer.element("TTL", Long.toString(set.ttl()))
                + XmlAnswer.list(
                        "ResourceRecords",
                        "ResourceRecord",
                        set.values().stream(),
                        value -> XmlAnswer.element("Value", XmlAnswer.escaped(value)));
    }

    /** An asterisk is written by its number. */
    private static String listed(String name) {
        return name.replace("*", "\\052");
    }

    /** @throws SAXException when the body is no XML */
    static List<ZoneChange> changes(byte[] body) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return elements(
                            factory.newDocumentBuilder()
                                    .parse(new ByteArrayInputStream(body))
                                    .getDocumentElement(),
                            "Change")
                    .stream()
                    .map(NamesXml::change)
                    .toList();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JDK cannot read XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZoneChange change(Element change) {
        String ttl = text(change, "TTL");
        return new ZoneChange(
                text(change, "Action"),
                text(change, "Name"),
                text(change, "Type"),
                ttl.isEmpty() ? 0 : Long.parseLong(ttl),
                elements(change, "Value").stream().map(Element::getTextContent).toList(),
                !elements(change, "AliasTarget").isEmpty());
    }

    private static String text(Element within, String name) {
        return elements(within, name).stream()
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }

    private static List<Element> elements(Element within, String name) {
        NodeList nodes = within.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
