package cutover.twin.aws;

import cutover.twin.web.WebResponse;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers in the protocols of the vendor that speak XML: the query services and the object store. */
final class XmlAnswer {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private XmlAnswer() {}

    /** The answer of a query service. */
    static WebResponse query(String action, String content) {
        return xml(
                200,
                element(
                        action + "Response",
                        element(action + "Result", content) + element("ResponseMetadata", element("RequestId", "-"))));
    }

    static WebResponse queryError(int status, String code, String message) {
        String error = element("Type", "Sender") + element("Code", code) + element("Message", escaped(message));
        return xml(status, element("ErrorResponse", element("Error", error) + element("RequestId", "-")));
    }

    /** An answer of the object store. */
    static WebResponse store(String document) {
        return xml(200, document);
    }

    static WebResponse storeError(int status, String code, String message) {
        return xml(status, element("Error", element("Code", code) + element("Message", escaped(message))));
    }

    static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    static <T> String list(String name, String item, Stream<T> items, Function<T, String> content) {
        return element(name, items.map(content).map(each -> element(item, each)).collect(Collectors.joining()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static WebResponse xml(int status, String document) {
        return WebResponse.text(status, "text/xml", HEAD + document);
    }
}
