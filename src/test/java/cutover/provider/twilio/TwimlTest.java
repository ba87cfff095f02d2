package cutover.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlTest {

    private static Twiml read(String body) {
        return Twiml.read(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String unreadable(Twiml twiml) {
        return twiml.fold(parsed -> "read: " + parsed.verbs(), Twiml.Unreadable::detail);
    }

    private static List<Twiml.Verb> verbs(Twiml twiml) {
        return twiml.fold(Twiml.Parsed::verbs, unreadable -> {
            throw new AssertionError(unreadable.detail());
        });
    }

    @Test
    void theVerbsComeInOrderWithTheirAttributesAndText() {
        String body = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Response>
                  <Play loop="1"> https://example.org/a.mp3?x=1&amp;y=2 </Play>
                  <Record method="POST" action="https://example.org/phone/handle-new-message" />
                  <!-- nothing -->
                  <Dial><Number>+1415</Number><Number>5550100</Number></Dial>
                </Response>
                """;

        assertThat(verbs(read(body)))
                .containsExactly(
                        new Twiml.Verb("Play", Map.of("loop", "1"), "https://example.org/a.mp3?x=1&y=2"),
                        new Twiml.Verb(
                                "Record",
                                Map.of("method", "POST", "action", "https://example.org/phone/handle-new-message"),
                                ""),
                        new Twiml.Verb("Dial", Map.of(), "+14155550100"));
        assertThat(verbs(read(body)).get(1).attributes().keySet()).containsExactly("method", "action");
    }

    @Test
    void aResponseWithoutVerbsIsAnAnswerToo() {
        assertThat(verbs(read("<Response/>"))).isEmpty();
    }

    @Test
    void theCharsetOfTheAnswerOutranksTheDeclaration() {
        byte[] latin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say>é</Say></Response>"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(verbs(Twiml.read(latin, StandardCharsets.ISO_8859_1)).get(0).text())
                .isEqualTo("é");
        assertThat(unreadable(Twiml.read(latin, StandardCharsets.UTF_8))).isEqualTo("bytes that are not UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoText() {
        assertThat(verbs(read("\uFEFF<Response><Hangup/></Response>")))
                .extracting(Twiml.Verb::name)
                .containsExactly("Hangup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t"})
    void anEmptyBodyIsNoTwiml(String body) {
        assertThat(unreadable(read(body))).isEqualTo("an empty body");
    }

    @Test
    void anotherRootIsNamed() {
        assertThat(unreadable(read("<html><body/></html>"))).isEqualTo("the root element is <html>, not <Response>");
        assertThat(unreadable(read("<response/>"))).contains("<response>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Everything seems fine", "<Response>", "<Response><Play></Response>", "<Response/><x/>"})
    void brokenXmlIsToldWithItsPlace(String body) {
        assertThat(unreadable(read(body))).startsWith("not TwiML, line 1 column ");
    }

    @Test
    void aDocumentTypeIsRefusedEvenWhenItIsHarmless() {
        assertThat(unreadable(read("<!DOCTYPE Response><Response/>"))).contains("DOCTYPE");
    }

    @Test
    void noFileIsReadThroughAnEntity(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "verysecret");
        String body = "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><Response><Say>&x;</Say></Response>";

        assertThat(unreadable(read(body))).contains("DOCTYPE").doesNotContain("verysecret");
    }

    @Test
    void entitiesThatGrowAreNotExpanded() {
        StringBuilder body = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            body.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }

        assertThat(unreadable(read(
                        body.append("]><Response><Say>&a39;</Say></Response>").toString())))
                .contains("DOCTYPE");
    }

    @Test
    void aVeryDeepDocumentIsReadToo() {
        int depth = 20_000;
        String body = "<Response>" + "<a>".repeat(depth) + "x" + "</a>".repeat(depth) + "</Response>";

        assertThat(verbs(read(body))).containsExactly(new Twiml.Verb("a", Map.of(), "x"));
    }
}
