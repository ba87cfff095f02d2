package cutover.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The build obeys the verdict and nothing else: a step that is advisory or waived must not fail it, and no GO can hide a NO-GO. */
class VerdictDecidesTest {

    @Test
    void theSummaryThatFailsTheBuildIsTheVerdictsAlone() throws Exception {
        assertThat(summaryFiles("suites")).singleElement().asString().endsWith("/suites-summary.xml");
        assertThat(summaryFiles("verdict")).singleElement().asString().contains("/verdict-");
        assertThat(summaryFiles("obey")).isEqualTo(summaryFiles("verdict"));
    }

    @Test
    void theSummaryIsThatOfThisRunSinceFailsafeAddsToOneThatIsThere() throws Exception {
        assertThat(summaryFiles("verdict")).allMatch(file -> file.contains("${cutover.run}"));
    }

    private static List<String> summaryFiles(String execution) throws Exception {
        Element pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        Element wanted = elements(pom, "execution")
                .filter(each -> elements(each, "id")
                        .findFirst()
                        .orElseThrow()
                        .getTextContent()
                        .equals(execution))
                .findFirst()
                .orElseThrow();
        return elements(wanted, "summaryFile").map(Element::getTextContent).toList();
    }

    private static Stream<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }
}
